#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { PortalError } from '../../contract/errors.js';
import { ConfigError } from './config-problems.js';
import { invite, type InviteOptions } from './commands/invite.js';
import { EnvironmentError } from './environment.js';
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
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop().then(() => process.exit(0)));
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
  .option('--json', 'print the code and its links as JSON')
  .action(async (options: InviteOptions) => {
    const portal = await openPortal({ log: { info: () => undefined, error: () => undefined } });
    try {
      process.stdout.write(await invite(portal.deps, options));
    } finally {
      await portal.close();
    }
  });

/** Errors of use and of settings are sentences for a person; anything else is a fault, and shown whole. */
function tell(error: unknown): string {
  if (error instanceof PortalError) {
    const fields = Object.entries(error.fields ?? {}).map(([name, { code }]) => `${name} is ${code}`);
    return `Not done: ${[error.code.replaceAll('_', ' '), ...fields].join(', ')}.`;
  }
  const known = error instanceof ConfigError || error instanceof EnvironmentError || (error as Error).name === 'StoreUnavailable';
  return known ? (error as Error).message : String((error as Error).stack ?? error);
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) process.stderr.write(`${tell(error)}\n`);
  process.exitCode = 1;
}
