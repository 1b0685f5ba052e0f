import type { AnyPlugin } from '../../../core/plugin/define.ts';
import { silentLogger } from '../../../core/ports/logger.ts';
import type { AnyNotifier, Message, SendOutcome } from '../../../core/ports/notifier.ts';
import { createTestClock } from '../clock.ts';

/** The plugin's notifier, started as the host does it; options as a configuration gives them. */
export const startNotifier = async (
  plugin: AnyPlugin,
  options: Readonly<Record<string, unknown>> = {},
  { clock = createTestClock(), folder = '/nowhere' } = {},
): Promise<AnyNotifier> => {
  const context = {
    options: plugin.options.parse(options),
    ports: { clock, folder: { path: folder } },
    log: silentLogger,
  };
  const { notifier } = await plugin.setup(context as never);
  if (notifier === undefined) throw new Error(`${plugin.name} brings no notifier`);
  return notifier;
};

/** What a person reads two days before the last day to give notice. */
export const message = (patch: Partial<Message> = {}): Message => ({
  key: 'reminder:obl_7f3a:2027-03-29:lead-2',
  title: 'Due in 2 days: Give notice of non-renewal',
  text: 'Tenant: Give notice of non-renewal.\nBy Wednesday, 31 March 2027 (Europe/Berlin).\n\nLease.pdf, page 4:\n“Tenant shall give ninety days’ notice.”\n',
  html: '<!doctype html><html><body><p>Give notice of non-renewal.</p></body></html>',
  brief: 'Give notice of non-renewal by Wednesday, 31 March 2027.',
  url: 'https://dossier.example.org/obligations/obl_7f3a?from=notice&to=tenant',
  unsubscribeUrl: 'https://dossier.example.org/unsubscribe/q2w3e4',
  data: { kind: 'reminder', obligation_id: 'obl_7f3a', due: '2027-03-31' },
  ...patch,
});

const never = new AbortController().signal;

/** Sends to an address as people give it; what is thrown counts as `retry`, as the service has it. */
export const deliver = async (
  notifier: AnyNotifier,
  sent: Message,
  address: unknown,
  signal: AbortSignal = never,
): Promise<SendOutcome> => {
  try {
    return await notifier.send(sent, notifier.address.parse(address) as never, signal);
  } catch {
    return { outcome: 'retry', reason: 'threw' };
  }
};
