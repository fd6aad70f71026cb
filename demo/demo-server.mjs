// The demo portal: the reference server with a clinic's pages, people on file, and a mailbox page in place of SMTP.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { addPerson, issueInvitation, openPortal, readEnvironment, serve } from 'portal-elements/node';
import { openMailbox } from './mailbox.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

// Everybody in front of the demo is `localhost`. What is counted by code or by account is counted as everywhere.
const PER_NETWORK = ['wrongCodesPerMinute', 'wrongCodesPerHour', 'wrongPasswordsPerMinute', 'wrongPasswordsPerBlock'];
const widened = (limits) => ({
  ...limits,
  ...Object.fromEntries(PER_NETWORK.map((name) => [name, 100 * limits[name]])),
});

/** Runs the demo until it is told to stop. */
export async function runDemo() {
  const env = { ...process.env, PORTAL_CONFIG: process.env.PORTAL_CONFIG || here('portal.config.json') };
  const mailbox = await openMailbox(readEnvironment(env).dataDir);
  const portal = await openPortal({
    env,
    mailer: mailbox.mailer,
    // Where to look is printed below, and shall stay in sight.
    log: { info: () => {}, error: (event, detail) => console.error(event, detail) },
    adjust: (settings) => ({ ...settings, limits: widened(settings.limits) }),
  });
  await inviteEverybody(portal.deps);
  const server = await serve(portal, { pages: here('pages'), more: mailbox.answer });
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void server.stop().then(() => process.exit(0)));

  const { publicUrl } = portal.environment;
  console.log(
    `\n  The portal:   ${publicUrl}\n  The mailbox:  ${publicUrl}/mailbox — open an invitation there to begin\n`,
  );
}

/** At the first start, everybody in people.json is put on file and invited. */
async function inviteEverybody(deps) {
  if ((await deps.store.listInvitations({ limit: 1, offset: 0 })).length > 0) return;
  for (const person of JSON.parse(await readFile(here('people.json'), 'utf8'))) {
    const { id } = await addPerson(deps, person);
    await issueInvitation(deps, { personId: id });
  }
}
