import assert from 'node:assert/strict';
import { test } from 'node:test';
import { issueInvitation } from '../../src/backend/core/invitations/issue-invitation.js';
import { renderLetter } from '../../src/backend/mail/render-letter.js';
import { DEFAULT_CONFIG } from '../../src/contract/config-defaults.js';
import { normalizeCode } from '../../src/contract/fields/activation-code.js';
import { BIRTHDATE, PASSWORD } from '../support/deps.js';
import { jsonOf, openDoors, tokenTo, type Client } from '../support/security-calls.js';

const UNICODE = 'ann@bücher.example';
const ASCII = 'ann@xn--bcher-kva.example';

const createWith = (client: Client, ticket: string, username: string, relationship = 'self') =>
  client.call('POST', '/activation', { ticket, relationship, username, password: PASSWORD });
const logInAs = (client: Client, username: string) => client.call('POST', '/session', { username, password: PASSWORD });
const linksOf = async (client: Client): Promise<{ name: string; relationship: string }[]> =>
  jsonOf(await client.call('GET', '/account'))['links'] as { name: string; relationship: string }[];

test('case 34: an address with an international domain is one account in both spellings, and stays as it was typed', async () => {
  for (const [typed, other] of [
    [UNICODE, ASCII],
    [ASCII, UNICODE],
    ['Ann@BÜCHER.example', UNICODE],
    ['ann@почта.example', 'ann@xn--80a1acny.example'],
  ] as const) {
    const { client, ticket } = await openDoors({ consents: [] });
    const own = client();
    assert.equal((await createWith(own, (await ticket()).ticket, typed)).status, 200, typed);
    assert.equal((await own.call('GET', '/account')).json['username'], typed);
    for (const spelling of [typed, other]) assert.equal((await logInAs(client(), spelling)).status, 200, spelling);
    const second = await createWith(client(), (await ticket()).ticket, other);
    assert.equal(second.json['code'], 'email_taken', other);
  }
});

test('case 34: mail goes to the address as it was typed', async () => {
  const { world, client, ticket } = await openDoors({ consents: [] });
  await createWith(client(), (await ticket()).ticket, UNICODE);
  await client().call('POST', '/password-reset', { username: ASCII });
  assert.ok(await tokenTo(world, UNICODE, 'password-reset'));
});

test('case 39: a guardian’s address doesn’t become a teenager’s own unseen', async () => {
  const { world, client, member, ticket } = await openDoors({ consents: [] });
  const guardian = await member();
  const teen = await ticket({ email: guardian.email, birthdate: BIRTHDATE });
  // The invitation went to the guardian's address, which is the guardian's account: it can't be the teenager's too.
  const taken = await createWith(client(), teen.ticket, guardian.email);
  assert.deepEqual([taken.status, taken.json['code']], [409, 'email_taken']);
  assert.equal((await createWith(client(), teen.ticket, 'teen@example.net')).status, 200);
  // An address of one's own takes the guardian's off the record, and the guardian hears of it.
  const told = (await world.letters()).filter(({ kind }) => kind === 'email-replaced').map(({ to }) => to);
  assert.deepEqual(told.sort(), [guardian.email, 'teen@example.net'].sort());
  assert.equal((await world.deps.store.findPerson(teen.personId))!.email, 'teen@example.net');
});

test('case 40: two children with one address are two people of one account', async () => {
  const { world, client, ticket } = await openDoors({ consents: [] });
  const address = 'parent@example.org';
  const [elder, younger] = [
    await ticket({ email: address, givenName: 'Ida' }),
    await ticket({ email: address, givenName: 'Milo' }),
  ];
  const parent = client();
  assert.equal((await createWith(parent, elder.ticket, address, 'other')).status, 200);
  assert.equal((await createWith(client(), younger.ticket, address, 'other')).json['code'], 'email_taken');
  // What the page offers then: log in, and the code goes along.
  assert.equal((await parent.call('POST', '/links', { code: younger.code, relationship: 'other' })).status, 200);
  assert.deepEqual((await linksOf(parent)).map(({ name }) => name).sort(), ['Ida Doe', 'Milo Doe']);

  await client().call('POST', '/password-reset', { username: address });
  const resets = (await world.letters()).filter(({ kind }) => kind === 'password-reset');
  assert.deepEqual(
    resets.map(({ to }) => to),
    [address],
    'there is one account that a reset can mean',
  );
});

test('case 69: an activation in somebody’s session makes an identity of its own, and leaves theirs as it is', async () => {
  const { client, member, ticket } = await openDoors({ consents: [] });
  const admin = await member();
  const before = (await admin.call('GET', '/account')).text;
  const invited = await ticket();
  const browser = client();
  for (const [name, value] of admin.jar) browser.jar.set(name, value);
  assert.equal((await createWith(browser, invited.ticket, invited.email)).status, 200);
  assert.equal((await browser.call('GET', '/account')).json['username'], invited.email);
  assert.deepEqual((await linksOf(browser)).length, 1);

  const again = client();
  assert.equal((await logInAs(again, admin.email)).status, 200);
  assert.equal((await again.call('GET', '/account')).text, before);
});

test('case 64: two clicks at once make one account, and both are answered as done', async () => {
  const { world, client, ticket } = await openDoors({ consents: [] });
  const { ticket: own, email } = await ticket();
  const clients = [client(), client(), client()];
  const answers = await Promise.all(clients.map((each) => createWith(each, own, email)));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200],
  );
  const made = await Promise.all(clients.map(async (each) => (await each.call('GET', '/account')).json['username']));
  assert.deepEqual(made, [email, email, email]);
  const { id } = (await world.deps.store.findAccountByName(email))!;
  assert.equal((await world.deps.store.listLinks(id)).length, 1);
});

test('case 89: a link belongs to one account and one person: two accounts may open one record, each by its own link', async () => {
  const { world, client, member } = await openDoors({ consents: [] });
  const [mother, father] = [await member(), await member()];
  const child = await world.invite({ givenName: 'Milo' });
  assert.equal((await mother.call('POST', '/links', { code: child.code })).status, 200);
  const second = await issueInvitation(world.deps, { personId: child.personId });
  assert.equal((await father.call('POST', '/links', { code: second.code })).status, 200);
  for (const parent of [mother, father])
    assert.deepEqual(
      (await linksOf(parent)).map(({ name }) => name),
      ['Pat Doe', 'Milo Doe'],
    );
  const third = client();
  await logInAs(third, mother.email);
  assert.deepEqual((await linksOf(third)).length, 2, 'the one doesn’t take it from the other');
});

test('case 90: a name proves nothing and keeps nobody out', async () => {
  const { world, client } = await openDoors({ consents: [] });
  const { code } = await world.invite({ givenName: 'Michael', familyName: 'O’Hara' });
  const verify = (more: object) => client().call('POST', '/activation/verify', { code, birthdate: BIRTHDATE, ...more });
  for (const name of ['name', 'givenName', 'familyName', 'lastName'])
    assert.equal((await verify({ [name]: 'Mike' })).status, 400, `${name} isn’t asked for`);
  assert.equal((await verify({})).status, 200);
});

test('case 98: one secret is all that has to be copied, and the link carries it whole', async () => {
  const { world, client } = await openDoors({ consents: [] });
  const { code, email } = await world.invite();
  const letter = (await world.letters()).find(({ kind, to }) => kind === 'invitation' && to === email)!;
  const portal = { ...DEFAULT_CONFIG, name: 'Larkfield Clinic', publicUrl: 'https://portal.example' };
  const { text } = renderLetter(letter, portal);
  const links = [...text.matchAll(/https:\/\/\S+/g)].map(([link]) => new URL(link));
  assert.equal(links.length, 2);
  for (const link of links) {
    assert.equal(link.search, '');
    const carried = [...new URLSearchParams(link.hash.slice(1))];
    assert.deepEqual(carried, [['code', code]], 'nothing but the code');
  }
  const secrets = new Set(text.match(/\b[0-9A-Z]{5}(-[0-9A-Z]{5}){2}\b/g));
  assert.deepEqual(secrets, new Set([code]));
  const typed = normalizeCode(code).toLowerCase();
  assert.equal((await client().call('POST', '/activation/verify', { code: typed, birthdate: BIRTHDATE })).status, 200);
});
