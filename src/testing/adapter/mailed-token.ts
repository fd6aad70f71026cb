import type { AdapterUnderTest } from './adapter-under-test.js';
import { demand } from './conformance-error.js';

type Mailbox = NonNullable<AdapterUnderTest['mailbox']>;

const LOOKS = 50;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

/** Looks for a mail until it is there: it may be sent by a worker of its own. */
export async function lookFor<Found>(
  mailbox: Mailbox,
  to: string,
  find: (texts: string[]) => Found | undefined,
): Promise<Found | undefined> {
  for (let look = 0; look < LOOKS; look += 1) {
    const found = find((await mailbox(to)).map(({ text }) => text));
    if (found !== undefined) return found;
    await pause();
  }
  return undefined;
}

/** The tokens of all links of a kind in the mails to an address, oldest first, once there are so many. */
export async function mailedTokens(
  mailbox: Mailbox,
  to: string,
  kind: 'reset' | 'confirm',
  count: number,
): Promise<string[]> {
  const link = new RegExp(`#${kind}=([^\\s"'<>&]+)`, 'g');
  const tokens = await lookFor(mailbox, to, (texts) => {
    const found = [
      ...new Set(texts.flatMap((text) => [...text.matchAll(link)].map(([, token]) => decodeURIComponent(token!)))),
    ];
    return found.length >= count ? found : undefined;
  });
  demand(
    tokens !== undefined,
    `${count > 1 ? `${count} mails` : 'a mail'} with a link that ends in #${kind}=…`,
    'none within five seconds',
    kind === 'reset' ? 'docs/security.md R-37' : 'docs/security.md R-28',
  );
  return tokens;
}

/** The token of the latest such link. */
export const mailedToken = async (mailbox: Mailbox, to: string, kind: 'reset' | 'confirm'): Promise<string> =>
  (await mailedTokens(mailbox, to, kind, 1)).at(-1)!;
