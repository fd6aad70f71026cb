/** What has the focus, in whatever root it stands. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Notes what has the focus; returns how to give it back. */
export function keepFocus(): void {
  const before = focused();
  window.giveFocusBack = () => {
    if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
    else (focused() as HTMLElement | null)?.blur();
  };
}

declare global {
  interface Window {
    giveFocusBack?: () => void;
  }
}
