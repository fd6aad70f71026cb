import { once } from 'node:events';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { PortalError } from '../../contract/errors.js';
import { ConfigError } from './config-problems.js';
import type { Deps } from '../core/use-case.js';
import { INVITATION_STATES, type InvitationState } from '../invitation-state.js';
import { StoreUnavailable } from '../store-unavailable.js';
import { backup } from './commands/backup.js';
import { conform, type ConformOptions } from './commands/conform.js';
import { invitations, remind, resend, revoke } from './commands/invitations.js';
import { inviteList, type ListOptions } from './commands/invite-list.js';
import { demandSense } from './commands/invite-options.js';
import { invite, type InviteOptions } from './commands/invite.js';
import { audit, close, erase, exportData, reopen } from './commands/people.js';
import { redeliver } from './commands/redeliver.js';
import { stats } from './commands/stats.js';
import { readEnvironment } from './environment.js';
import { UsageError } from '../usage-error.js';
import { tellMissing } from './missing-package.js';
import { openPortal } from './portal.js';
import { serve } from './server.js';

const program = new Command('portal-elements')
  .description('The reference backend of Portal Elements: serves a portal and issues activation codes.')
  .showHelpAfterError('(--help shows what there is)');

program
  .command('serve')
  .description('bring the database up to date and serve the API, and a folder of pages if one is given')
  .option('--pages <folder>', 'a folder of HTML, CSS and script files')
  .action(async ({ pages }: { pages?: string }) => {
    const portal = await openPortal();
    const server = await serve(portal, { pages });
    process.stderr.write(`Portal Elements serves ${portal.environment.publicUrl} on port ${server.port}.\n`);
    if (!portal.outbox) process.stderr.write('No PORTAL_SMTP_URL is set: mail waits in the outbox.\n');
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void server.stop().then(() => process.exit(0)));
  });

program
  .command('invite')
  .description('put somebody on file, or take somebody who is, and issue an activation code')
  .option('--email <address>', 'where the code is sent')
  .option('--birthdate <date>', 'YYYY-MM-DD')
  .option('--home-phone <number>')
  .option('--work-phone <number>')
  .option('--mobile-phone <number>')
  .option('--given-name <name>')
  .option('--family-name <name>')
  .option('--kind <kind>', 'patient, employee, contractor …')
  .option('--person <id>', 'somebody on file, whose pending codes are replaced')
  .option('--no-mail', 'issue the code without mailing it')
  .option('--csv <file>', 'invite everybody on a list, once however often it is read; its first line names the columns')
  .option('--dry-run', 'with --csv: tell what would be done, and do nothing')
  .option('--max <number>', 'with --csv: mail nobody when it would be more people', wholeNumber)
  .option('--json', 'print the outcome as JSON')
  .action((options: InviteOptions & ListOptions) => {
    demandSense(options);
    return onDatabase(async (deps) => {
      if (options.csv === undefined) return write(await invite(deps, options));
      await write(await inviteList(deps, { ...options, csv: options.csv }));
    });
  });

program
  .command('invitations')
  .description('list codes: to whom they were sent, and what became of them')
  .addOption(new Option('--state <state>').choices(INVITATION_STATES))
  .option('--json', 'print a line of JSON for each')
  .action((options: { state?: InvitationState; json?: boolean }) =>
    onDatabase((deps) => writeAll(invitations(deps, options))),
  );

program
  .command('resend <id>')
  .description('mail a new code in place of one that was not used')
  .action((id: string) => onDatabase(async (deps) => write(await resend(deps, id))));

program
  .command('revoke <id>')
  .description('make a code void')
  .action((id: string) => onDatabase(async (deps) => write(await revoke(deps, id))));

program
  .command('remind')
  .description('mail a new code to everybody who was invited and has not come through')
  .option('--after <days>', 'who was invited so many days ago or earlier', wholeNumber, 7)
  .option('--max <number>', 'mail nobody when it would be more people', wholeNumber)
  .option('--dry-run', 'tell how many that would be, and do nothing')
  .action(({ after, max, dryRun = false }: { after: number; max?: number; dryRun?: boolean }) =>
    onDatabase(async (deps) => write(await remind(deps, { days: after, most: max, dryRun }))),
  );

program
  .command('stats')
  .description('count who was invited, who tried, who came through, and what became of the others')
  .option('--since <date>', 'a date like 2026-01-31')
  .option('--json', 'print the counts as JSON')
  .action((options: { since?: string; json?: boolean }) =>
    onDatabase(async (deps) => write(await stats(deps, options))),
  );

program
  .command('redeliver')
  .description('send again the letters that were given up: the mail server refused them, or they could not be read')
  .action(() => onDatabase(async (deps) => write(await redeliver(deps))));

program
  .command('audit')
  .description('print the trail: what happened, to whom, when')
  .option('--account <name>', 'a user name, or the id of an account')
  .option('--json', 'print a line of JSON for each')
  .action((options: { account?: string; json?: boolean }) => onDatabase((deps) => writeAll(audit(deps, options))));

program
  .command('export')
  .description('print all that is kept on an account, as JSON for its owner')
  .requiredOption('--account <name>', 'a user name, or the id of an account')
  .action(({ account }: { account: string }) => onDatabase(async (deps) => write(await exportData(deps, account))));

program
  .command('erase')
  .description('remove an account and what is on file about its own person; the trail stays')
  .requiredOption('--account <name>', 'a user name, or the id of an account')
  .action(({ account }: { account: string }) => onDatabase(async (deps) => write(await erase(deps, account))));

program
  .command('close')
  .description('close an account: it is logged out everywhere, and no password opens it')
  .requiredOption('--account <name>', 'a user name, or the id of an account')
  .action(({ account }: { account: string }) => onDatabase(async (deps) => write(await close(deps, account))));

program
  .command('reopen')
  .description('open an account that was closed')
  .requiredOption('--account <name>', 'a user name, or the id of an account')
  .action(({ account }: { account: string }) => onDatabase(async (deps) => write(await reopen(deps, account))));

program
  .command('backup <file>')
  .description('copy an SQLite database into a new file, also while servers use it; for PostgreSQL there is pg_dump')
  .action(async (file: string) => write(await backup(readEnvironment(process.env).databaseUrl, file)));

program
  .command('conform <base-url>')
  .description('try a server that speaks the contract, and tell what of it holds')
  .requiredOption(
    '--seed <command>',
    'reads a line of JSON with the options of invite, and prints what invite --json prints',
  )
  .option('--patience <seconds>', 'how long to wait where a limit stands in the way', wholeNumber, 60)
  .action(async (baseUrl: string, options: ConformOptions) => {
    const lines = conform(baseUrl, options);
    for (;;) {
      const { done, value } = await lines.next();
      if (!done) await write(value);
      else if (value) return;
      else return void (process.exitCode = 1);
    }
  });

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It should be a whole number.');
  return Number(text);
}

/** Works on the database that a running server may work on too. */
async function onDatabase(work: (deps: Deps) => Promise<void>): Promise<void> {
  const portal = await openPortal({ check: false, log: { info: () => undefined, error: () => undefined } });
  try {
    await work(portal.deps);
  } finally {
    await portal.close();
  }
}

// Waits for whoever reads, so that a long list isn't kept in memory.
const write = async (text: string): Promise<void> => {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
};

async function writeAll(texts: AsyncIterable<string>): Promise<void> {
  for await (const text of texts) await write(text);
}

/** Errors of use and of settings are sentences for a person; anything else is a fault, and shown whole. */
function tell(error: unknown): string {
  if (error instanceof PortalError) {
    const fields = Object.entries(error.fields ?? {}).map(([name, { code }]) => `${name} is ${code}`);
    return `Not done: ${[error.code.replaceAll('_', ' '), ...fields].join(', ')}.`;
  }
  const known = [ConfigError, UsageError, StoreUnavailable].some((kind) => error instanceof kind);
  return known ? (error as Error).message : (tellMissing(error) ?? String((error as Error).stack ?? error));
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) process.stderr.write(`${tell(error)}\n`);
  process.exitCode = 1;
}
