// Where the demo's mail goes: a file in the data folder, a page, and the same as JSON. It exists in the demo alone.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
// A mail brings its own styles and may do nothing else.
const MAIL_POLICY = ['script', 'img', 'connect', 'font', 'media', 'object', 'frame', 'worker']
  .map((kind) => `${kind}-src 'none'`)
  .concat("base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'")
  .join('; ');

/** Opens the mailbox that is kept in this folder. */
export async function openMailbox(folder) {
  const file = join(folder, 'mailbox.json');
  const messages = await readFile(file, 'utf8').then(JSON.parse, () => []);
  let saving = Promise.resolve();

  const mailer = {
    async send({ id, to, subject, text, html }) {
      if (messages.some((message) => message.id === id)) return;
      messages.unshift({ id, to, subject, text, html, sentAt: new Date().toISOString() });
      saving = saving.then(async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(file, JSON.stringify(messages), { mode: 0o600 });
      });
      await saving;
    },
  };

  async function answer(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/mailbox/messages') return Response.json(messages, { headers: HEADERS });
    const [, id] = /^\/mailbox\/messages\/([\w-]+)\.html$/.exec(pathname) ?? [];
    const message = messages.find((one) => one.id === id);
    if (!message) return undefined;
    return new Response(message.html, {
      headers: { ...HEADERS, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': MAIL_POLICY },
    });
  }
  return { mailer, answer };
}
