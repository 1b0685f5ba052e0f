import type { SmtpOptions } from '../smtp.ts';

const SECOND = 1000;

/** A connection for each message: reminders are few, and one that idles between them is one that breaks. */
export const openTransport = async ({ host, port, tls, ca, user, password }: SmtpOptions) => {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    host,
    port: port ?? (tls === 'implicit' ? 465 : 587),
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    tls: { minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
    ...(user === undefined || password === undefined ? {} : { auth: { user, pass: password }, forceAuth: true }),
    connectionTimeout: 15 * SECOND,
    greetingTimeout: 15 * SECOND,
    socketTimeout: 60 * SECOND,
    // A message is text that came in by way of a document: it names no files and no URLs to be attached.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
};
