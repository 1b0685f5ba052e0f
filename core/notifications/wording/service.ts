import type { NoticeItem, Preferences } from '../../ports/notifications.ts';
import { todayOf } from '../people/preferences.ts';
import type { ServiceSubject } from '../records.ts';
import type { Letter } from './letter.ts';
import { allowed, itemOf } from './notice.ts';
import { oneLine } from './subject.ts';

const plain = {
  late: undefined,
  lead: [],
  items: [],
  code: undefined,
  closing: [],
  footer: ['Sent by Dossier, which keeps watch over deadlines.'],
  unsubscribeUrl: undefined,
} as const satisfies Partial<Letter>;

export type WordWords = {
  readonly kind: 'channel-off' | 'undelivered';
  readonly subject: ServiceSubject;
  readonly items: readonly NoticeItem[];
  readonly preferences: Preferences;
  readonly now: number;
  readonly link: string | undefined;
};

/** A channel fell silent: which, why, what it should have said, and what to do. */
export const wordLetter = ({ kind, subject: about, items, preferences, now, link }: WordWords): Letter => {
  const name = oneLine(about.name);
  const today = todayOf(preferences, now);
  const left = about.reason === 'unsubscribed';
  const missed = items.length === 0 ? '' : items.length === 1 ? ' A reminder was lost:' : ' Reminders were lost:';
  const missedWords = items.length === 0 ? [] : [`${items.length === 1 ? 'This' : 'These'} did not reach you by it:`];
  const off = left
    ? `Somebody unsubscribed ${name} by the link in a message. No reminders go there any more.`
    : `${name} no longer accepts messages (${about.reason}) and was switched off. No reminders go there any more.`;
  const failed = `A message to ${name} could not be delivered (${about.reason}). The channel stays on.`;
  return {
    ...plain,
    subject:
      kind === 'channel-off'
        ? `Switched off: ${name}`
        : `Not delivered: ${name}${missed === '' ? '' : `.${missed.slice(0, -1)}`}`,
    heading: kind === 'channel-off' ? 'A channel was switched off' : 'A message did not arrive',
    lead: [kind === 'channel-off' ? off : failed, ...missedWords],
    items: items.map((item) => itemOf(allowed(item, preferences), { link }, today)),
    closing: [
      kind === 'channel-off'
        ? `To use it again: dossier notifications channels on ${about.channel}. To see all channels: dossier notifications channels.`
        : 'To see what was sent and what was not: dossier notifications log.',
    ],
  };
};

/** `name` is the channel as the person may see it; `id` what verify takes. */
export const proofLetter = (code: string, id: string, minutes: number): Letter => ({
  ...plain,
  subject: `${code} is your code for Dossier`,
  heading: 'Confirm this address',
  lead: ['Somebody wants reminders of deadlines to be sent here. If it was you, this is the code:'],
  code,
  closing: [
    `Type: dossier notifications channels verify ${id} CODE`,
    `It holds for ${minutes} minutes. If you know nothing of this, do nothing: without the code nothing more is sent here.`,
  ],
});

export const testLetter = (): Letter => ({
  ...plain,
  subject: 'A test message from Dossier',
  heading: 'This channel works',
  lead: ['You asked for a test of this channel. Reminders of deadlines will reach you here.'],
});
