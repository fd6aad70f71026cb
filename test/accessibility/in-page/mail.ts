import type { MockBackend } from '../../../mock-server/create-mock-backend.js';

/** Goes where the link in the last mail leads. */
export async function followMail({ mailbox }: MockBackend): Promise<void> {
  const fragment = /#\w+=[\w%.-]+/.exec((await mailbox()).at(-1)?.text ?? '');
  if (!fragment) throw new Error('No mail holds a link.');
  const followed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
  location.replace(fragment[0]);
  await followed;
}
