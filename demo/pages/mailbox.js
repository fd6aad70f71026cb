// The demo's mailbox: what the outbox has sent, newest first.
const list = document.querySelector('#mails');
const status = document.querySelector('#mailbox-status');
const template = document.querySelector('#mail');
const every = 4000;
const shown = new Map();
let timer;

document.querySelector('#refresh').addEventListener('click', refresh);
document.addEventListener('visibilitychange', () => {
  if (document.hidden) clearTimeout(timer);
  else refresh();
});
refresh();

async function refresh() {
  const messages = await readMessages();
  if (messages) show(messages);
  say(messages ? count(messages.length) : 'The mailbox can’t be reached. It tries again by itself.');
  clearTimeout(timer);
  if (!document.hidden) timer = setTimeout(refresh, every);
}

async function readMessages() {
  try {
    const answer = await fetch('/mailbox/messages', { cache: 'no-store' });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}

function count(length) {
  if (length === 0) return 'No emails yet';
  return length === 1 ? '1 email' : `${length} emails`;
}

/** A live region speaks whenever it is written to, so it is written to only when there is something new. */
function say(words) {
  if (status.textContent !== words) status.textContent = words;
}

/** Moves no mail that is already there: an open one stays open, and the focus stays where it is. */
function show(messages) {
  const ids = new Set(messages.map(({ id }) => id));
  for (const [id, item] of shown) {
    if (ids.has(id)) continue;
    item.remove();
    shown.delete(id);
  }
  const first = shown.size === 0;
  for (const [place, message] of messages.entries()) {
    if (!shown.has(message.id)) shown.set(message.id, draw(message, first && place === 0));
    const item = shown.get(message.id);
    if (list.children[place] !== item) list.insertBefore(item, list.children[place] ?? null);
  }
}

function draw({ id, to, subject, text, html, sentAt }, open) {
  const item = template.content.firstElementChild.cloneNode(true);
  item.querySelector('details').open = open;
  item.querySelector('.mail-subject').textContent = subject;
  item.querySelector('bdi').textContent = to;
  const time = item.querySelector('time');
  time.dateTime = sentAt;
  time.textContent = when(new Date(sentAt));
  const whole = item.querySelector('.mail-whole');
  if (html) whole.querySelector('a').href = `/mailbox/messages/${encodeURIComponent(id)}.html`;
  else whole.remove();
  item.querySelector('.mail-body').prepend(...drawText(text));
  return item;
}

/** The plain-text part, paragraph by paragraph: a code stands out, a link that has a label is shown by its label. */
function drawText(text) {
  const parts = [];
  for (const paragraph of text
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n\s*\n/)) {
    const way = /^(?<label>[^\n]{1,60}):\s+(?<url>https?:\/\/\S+)$/.exec(paragraph.trim())?.groups;
    if (way) {
      const last = parts.at(-1);
      const ways = last?.className === 'mail-ways' ? last : element('p', 'mail-ways');
      ways.append(link(way.url, way.label));
      if (ways !== last) parts.push(ways);
    } else if (/^\s*[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}\s*$/.test(paragraph)) {
      const code = element('p', 'mail-code');
      code.dir = 'ltr';
      code.append(paragraph.trim());
      parts.push(code);
    } else {
      const plain = element('p');
      plain.append(...linkify(paragraph));
      parts.push(plain);
    }
  }
  return parts;
}

function linkify(text) {
  return text.split(/(https?:\/\/[^\s<>]*[^\s<>.,;:!?)])/).map((part, index) => (index % 2 ? link(part, part) : part));
}

function link(href, label) {
  const anchor = element('a');
  anchor.href = href;
  anchor.textContent = label;
  return anchor;
}

function element(name, className = '') {
  const made = document.createElement(name);
  made.className = className;
  made.dir = 'auto';
  return made;
}

/** "Today, 9:12 am", "Yesterday, 4:03 pm", "Monday, 11:20 am", "March 2, 2026, 11:20 am". */
function when(date) {
  const language = document.documentElement.lang;
  const time = date.toLocaleTimeString(language, { hour: 'numeric', minute: '2-digit' }).toLowerCase();
  const days = Math.round((midnight(new Date()) - midnight(date)) / 86_400_000);
  const format = days < 7 ? { weekday: 'long' } : { dateStyle: 'long' };
  const day = days <= 0 ? 'Today' : days === 1 ? 'Yesterday' : date.toLocaleDateString(language, format);
  return `${day}, ${time}`;
}

function midnight(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
