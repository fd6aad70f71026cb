const TEXT =
  '"><img src=x onerror="window.pwned=1"><script>window.pwned=1</script><a href="javascript:window.pwned=1">x</a>${alert(1)}';

/**
 * A page's script with a backend that answers hostile words wherever words can stand: `?mode=answers`, the same in its
 * refusals (`refusals`), or links that lead elsewhere (`links`).
 */
export const HOSTILE_SCRIPT = `
const TEXT = ${JSON.stringify(TEXT)};
const mode = new URLSearchParams(location.search).get('mode');
const bad = mode === 'links';
const href = bad ? 'javascript:window.pwned=1' : '/settings';
const body = [
  { type: 'heading', content: [TEXT] },
  { type: 'paragraph', content: [TEXT, { strong: TEXT }, { text: TEXT, href }, ...(bad ? [{ text: TEXT, href: '//evil.example' }, { text: TEXT, href: 'data:text/html,x' }] : [])] },
  { type: 'list', ordered: false, items: [[TEXT], [{ text: TEXT, href }]] },
];
const page = bad ? 'javascript:window.pwned=1' : '';
const config = {
  name: TEXT,
  languages: ['en', 'es'],
  support: { phone: TEXT, email: TEXT, hours: TEXT, url: bad ? 'javascript:window.pwned=1' : '/help' },
  pages: { activate: page, login: page, consent: page, settings: page, landing: bad ? '//evil.example' : '', resetPassword: page },
  help: { landing: body },
  verification: { methods: ['answers'], questions: [{ name: 'number', label: TEXT, type: 'text' }] },
  code: { format: 'any' },
};
const at = '2026-11-25T12:00:00.000Z';
const questions = [
  { id: 'a', label: TEXT, type: 'acknowledge', required: false },
  { id: 'b', label: TEXT, type: 'choice', required: false, options: [{ value: 'x', label: TEXT }, { value: 'y', label: TEXT }] },
  { id: 'c', label: TEXT, type: 'text', required: false },
];
const shown = { version: '1', language: 'en', title: TEXT, body, questions };
const link = { id: TEXT, name: TEXT, relationship: 'self', linkedAt: at };
const account = { username: TEXT, email: TEXT, homePhone: TEXT, workPhone: TEXT, mobilePhone: TEXT, language: 'en', links: [link], editable: [] };
const answers = {
  verifyCode: { step: 'create-account', ticket: 't', expiresAt: '2099-01-01T00:00:00Z', invitedEmail: TEXT },
  readSession: { account: { username: TEXT, language: 'en' }, step: 'landing', firstVisit: true, idleSeconds: 1800, expiresAt: '2099-01-01T00:00:00Z' },
  listConsents: {
    pending: [{ ...shown, documentId: 'one', required: true, signature: true }, { ...shown, documentId: 'two', required: false, signature: false }],
    records: [{ ...shown, documentId: 'three', required: false, decision: 'accept', answers: { a: true, b: 'x', c: TEXT }, signature: TEXT, recordedAt: at }],
  },
  linkCode: { link, links: [link], step: 'landing' },
  readAccount: account,
  updateContact: account,
  listSessions: { sessions: [{ id: TEXT, current: true, startedAt: at, lastSeenAt: at, userAgent: TEXT }, { id: 'x', current: false, startedAt: at, lastSeenAt: at, userAgent: TEXT }] },
  resetPassword: { step: 'log-in' },
};
const refusal = () =>
  Object.assign(new Error(TEXT), { name: 'PortalError', code: 'invalid_input', fields: { code: { code: TEXT }, [TEXT]: { code: 'invalid', failed: [TEXT] } }, reason: TEXT, support: { phone: TEXT, email: TEXT, url: 'javascript:window.pwned=1', hours: TEXT } });
const reading = ['readSession', 'listConsents', 'readAccount', 'listSessions'];
const adapter = new Proxy({}, {
  get: (_, name) => {
    if (typeof name !== 'string' || name === 'then' || name.startsWith('_')) return undefined;
    return async () => {
      if (name === 'readConfig') return config;
      if (mode === 'refusals' && !reading.includes(name)) throw refusal();
      return structuredClone(answers[name] ?? { step: 'consent' });
    };
  },
});
for (const element of document.querySelectorAll('main > *')) {
  element.adapter = adapter;
  if ('open' in element) element.open = true;
}
document.documentElement.dataset.ready = '';
`;
