// The clinic's own script: the Navigation menu, the way in to the inner pages, and the greeting.
const api = '/api/portal';
const { body } = document;

const menu = document.querySelector('.menu');

if (menu) {
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
  document.addEventListener('click', ({ target }) => {
    if (!menu.contains(target)) menu.open = false;
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
  });
}

for (const button of document.querySelectorAll('[data-log-out]')) {
  button.addEventListener('click', () => document.querySelector('portal-session').logOut());
}

// Inner pages say data-session="unknown" in their markup, and demo.css keeps their main part unseen until this is settled.
// The server guards the data; this only spares people a page that isn't theirs.
if (body.dataset.session) {
  enter();
  // A page that comes back from the browser's cache may show what belongs to a session that has ended meanwhile.
  addEventListener('pagehide', ({ persisted }) => {
    if (persisted) body.dataset.session = 'unknown';
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) enter();
  });
}

async function enter() {
  const answer = await fetch(`${api}/session`, { cache: 'no-store' }).catch(() => undefined);
  if (answer?.status === 401) return location.replace(`/login${codeAtHand()}`);
  if (!answer?.ok) return sayUnreachable();

  const { step } = await answer.json();
  if (step === 'consent') return location.replace(codeAtHand() ? `/consent?next=/settings${codeAtHand()}` : '/consent');

  if (document.querySelector('#greeting')) await greet();
  body.dataset.session = 'known';
}

/** The activation code of a mailed link as a fragment, so that it isn't lost on the way through log-in. */
function codeAtHand() {
  const code = history.state?.portalCode ?? new URLSearchParams(location.hash.slice(1)).get('code');
  return code ? `#code=${encodeURIComponent(code)}` : '';
}

async function greet() {
  const now = new Date();
  const language = document.documentElement.lang;
  const hour = now.getHours();
  const greeting = hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening';
  const name = await readFirstName();
  document.querySelector('#greeting').textContent = name ? `${greeting}, ${name}` : greeting;
  document.querySelector('#today').textContent = now.toLocaleDateString(language, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
  });
}

/** Of the account's owner: a parent isn't greeted by the name of the child. */
async function readFirstName() {
  const answer = await fetch(`${api}/account`, { cache: 'no-store' }).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const { links } = await answer.json();
  return links
    .find(({ relationship }) => relationship === 'self')
    ?.name.trim()
    .split(/\s+/)[0];
}

function sayUnreachable() {
  const notice = document.querySelector('#unreachable').content.cloneNode(true);
  notice.querySelector('button').addEventListener('click', () => location.reload());
  document.querySelector('main').replaceChildren(notice);
  body.dataset.session = 'known';
}
