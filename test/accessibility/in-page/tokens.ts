import { contrast, rgb } from './pixels.js';

/** The grounds of a client’s page: what a theme sets beside our tokens. */
const GROUNDS: Record<string, string> = { page: 'var(--page)', card: 'var(--portal-surface)' };

/** Pairs of tokens, each with its contrast as the browser computes the colors in this theme. */
export function tokenContrasts(
  theme: string,
  scheme: string,
  pairs: Record<string, string[]>,
): { pair: string; contrast: number }[] {
  const root = document.documentElement;
  root.className = `theme-${theme}`;
  root.style.colorScheme = scheme;
  const probe = document.querySelector('portal-login .portal-root')!.appendChild(document.createElement('i'));
  const colorOf = (token: string): number[] => {
    probe.style.color = GROUNDS[token] ?? `var(--_${token})`;
    return rgb(getComputedStyle(probe).color);
  };
  const found = Object.entries(pairs).flatMap(([front, grounds]) =>
    grounds.map((back) => ({ pair: `${front} on ${back}`, contrast: contrast(colorOf(front), colorOf(back)) })),
  );
  probe.remove();
  return found;
}
