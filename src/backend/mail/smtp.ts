import { createTransport } from 'nodemailer';
import { parseEmail } from '../../contract/fields/email.js';
import type { Mailer } from '../ports.js';
import { UsageError } from '../usage-error.js';
import type { Sender } from './sender.js';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

/** Where mail is handed over, as nodemailer takes it. */
export interface SmtpServer {
  host: string;
  port: number;
  secure: boolean;
  requireTLS: boolean;
  auth?: { user: string; pass: string };
}

/**
 * Reads `PORTAL_SMTP_URL`: `smtps://user:password@host` (TLS from the start) or `smtp://user:password@host:587` (STARTTLS,
 * which only a server on this machine may lack). There is no switch for unverified certificates: an authority of one's own
 * is made known with `NODE_EXTRA_CA_CERTS`.
 *
 * @throws UsageError that says what is wrong, without the URL itself, since it may hold a password
 */
export function readSmtpUrl(text: string): SmtpServer {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || !url.hostname) {
    throw new UsageError('PORTAL_SMTP_URL should be like smtps://user:password@mail.example.');
  }
  if (url.search || url.hash || url.pathname.length > 1) {
    throw new UsageError('PORTAL_SMTP_URL takes nothing after the host and port.');
  }
  const secure = url.protocol === 'smtps:';
  const auth = { user: decoded(url.username), pass: decoded(url.password) };
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !LOOPBACK.test(url.hostname),
    ...(auth.user && { auth }),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new UsageError('PORTAL_SMTP_URL should have %25 where its user or password has a percent sign.');
  }
}

/**
 * Hands mail over by SMTP. A server that is silent costs at most `timeoutMs` for a letter; certificates are always
 * verified.
 */
export function createSmtpMailer({
  url,
  from,
  timeoutMs = 60_000,
}: {
  url: string;
  from: Sender;
  timeoutMs?: number;
}): Mailer {
  const step = Math.min(timeoutMs, 15_000);
  const transport = createTransport({
    ...readSmtpUrl(url),
    connectionTimeout: step,
    greetingTimeout: step,
    dnsTimeout: step,
    socketTimeout: Math.min(timeoutMs, 30_000),
    tls: { minVersion: 'TLSv1.2' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    async send({ id, to, subject, text, html }) {
      // As an object, an address is one address: no list and no header can hide in it.
      const address = parseEmail(to)?.address;
      if (address === undefined) throw new TypeError('Not an email address.');
      await transport.sendMail({
        from,
        to: { name: '', address },
        subject,
        text,
        html,
        // The same for every copy of a letter, so that mail programs show it once.
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: AbortSignal.timeout(timeoutMs),
      });
    },
  };
}
