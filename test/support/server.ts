import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPortal, type Portal } from '../../src/backend/node/portal.js';
import { serve } from '../../src/backend/node/server.js';
import type { Mail } from '../../src/backend/ports.js';
import type { Limits } from '../../src/backend/settings.js';
import { createMailbox, type Mailbox } from '../../src/backend/mail/memory.js';
import { freePort } from './port.mjs';

export { freePort };

/** The demo clinic's config. */
export const CLINIC = fileURLToPath(new URL('../../demo/portal.config.json', import.meta.url));

/** A real server on a free port of this machine, with its data in a folder that goes away with it. */
export interface TestServer {
  origin: string;
  portal: Portal;
  mailbox: Mailbox;
  dataDir: string;
  /** The mail that fits, once it is there: the server's own worker may hold it at this moment. */
  mail(fits: (mail: Mail) => boolean): Promise<Mail>;
  stop(): Promise<void>;
}

export async function startServer({
  limits = {},
  env = {},
  pages,
  dataDir = mkdtempSync(join(tmpdir(), 'portal-')),
  keep = false,
}: {
  limits?: Partial<Limits>;
  env?: Record<string, string>;
  pages?: string;
  dataDir?: string;
  keep?: boolean;
} = {}): Promise<TestServer> {
  const mailbox = createMailbox();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const log = { info: () => undefined, error: (...entry: unknown[]) => console.error(...entry) };
  const portal = await openPortal({
    env: { PORTAL_CONFIG: CLINIC, PORTAL_DATA_DIR: dataDir, PORT: String(port), PORTAL_PUBLIC_URL: origin, ...env },
    mailer: mailbox,
    log,
    adjust: (settings) => ({ ...settings, limits: { ...settings.limits, ...limits } }),
  });
  const server = await serve(portal, { pages });
  return {
    origin,
    portal,
    mailbox,
    dataDir,
    async mail(fits) {
      for (let i = 0; i < 200; i++) {
        await portal.outbox!.deliverDue();
        const mail = mailbox.messages.find(fits);
        if (mail) return mail;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`Among ${mailbox.messages.length} mails none fits.`);
    },
    stop: async () => {
      await server.stop();
      if (!keep) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
