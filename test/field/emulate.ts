import { executeServerCommand } from '@web/test-runner-commands';

const MEDIA = {
  'forced-colors': 'none',
  'prefers-color-scheme': 'light',
  'prefers-reduced-motion': 'no-preference',
};
type Media = Partial<typeof MEDIA & Record<keyof typeof MEDIA, string>>;

/** Has Chromium's developer tools do something; `undefined` in another engine. */
async function devTools<Result>(method: string, params: object = {}): Promise<Result | undefined> {
  const { result } = await executeServerCommand<{ result?: Result }, object>('dev-tools', { method, params });
  return result;
}

/** Has the browser behave as if a person had set this, and nothing else; false where it can't be told to. */
export async function emulate(media: Media = {}): Promise<boolean> {
  const features = Object.entries({ ...MEDIA, ...media }).map(([name, value]) => ({ name, value }));
  await devTools('Emulation.setEmulatedMedia', { features });
  return Object.entries(media).every(([name, value]) => matchMedia(`(${name}: ${value})`).matches);
}

/** Has the browser show a field as one that it has filled in itself; false where it can't be told to. */
export async function markAutofilled(selector: string): Promise<boolean> {
  await devTools('DOM.enable');
  await devTools('CSS.enable');
  const page = await devTools<{ root: { nodeId: number } }>('DOM.getDocument');
  if (!page) return false;
  const found = await devTools<{ nodeId: number }>('DOM.querySelector', { nodeId: page.root.nodeId, selector });
  await devTools('CSS.forcePseudoState', { nodeId: found!.nodeId, forcedPseudoClasses: ['autofill'] });
  return document.querySelector(selector)!.matches(':autofill');
}
