import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { describeIssues } from '../../capability/invoke.ts';
import { untilCommitted } from '../../document/until-committed.ts';
import { DossierError } from '../../errors/error.ts';
import type { Principal } from '../../identity/principal.ts';
import { toInstant } from '../../ports/clock.ts';
import type { AnyNotifier, SendOutcome } from '../../ports/notifier.ts';
import { insert, remove, update, type Write } from '../../ports/records.ts';
import type { NotificationParts } from '../parts.ts';
import { personFor } from '../people/access.ts';
import { personOf } from '../people/preferences.ts';
import { people, withoutChannel } from '../people/records.ts';
import { proofLetter } from '../wording/service.ts';
import { sendDirect } from './direct.ts';
import { CODE_MINUTES, countCode, isCode, newProof } from './proof.ts';
import { addressKey, type ChannelRecord, channels, newSecret, type StoredChannel } from './records.ts';
import { routeOf } from './routes.ts';

/** Most channels of one person. */
const MOST_CHANNELS = 20;

export type Changed = {
  readonly channel: StoredChannel;
  /** How sending the code came out, where one was sent. */
  readonly code: SendOutcome | undefined;
};

/**
 * Adds an address. One that has to be proved its owner's gets a code and nothing else until the code comes back. Adding one
 * that is there changes nothing, but for a new code where it still waits for one.
 */
export const addChannel = async (
  parts: NotificationParts,
  principal: Principal,
  asked: { readonly person: string | undefined; readonly channel: string; readonly address: unknown },
  signal: AbortSignal,
): Promise<Changed> => {
  const person = personFor(principal, asked.person);
  if (person !== principal.user && (await personOf(parts.records, principal, person)) === undefined) {
    throw new DossierError('not_found', { what: 'person', id: person });
  }
  const notifier = runningNotifier(parts, asked.channel);
  const address = checkedAddress(notifier, asked.address);
  const key = addressKey(asked.address);
  const id = `chn_${createHash('sha256')
    .update(JSON.stringify([person, asked.channel, key]))
    .digest('hex')
    .slice(0, 16)}`;
  const channel = await untilCommitted(async () => {
    const stored = await parts.records.get(principal, channels, id);
    if (stored !== undefined) return stored;
    if ((await parts.records.count(principal, channels, { person })) >= MOST_CHANNELS) {
      throw new DossierError('invalid_input', { problems: [`a person has at most ${MOST_CHANNELS} channels`] });
    }
    const at = toInstant(parts.clock.now());
    const value: ChannelRecord = {
      person,
      channel: asked.channel,
      address: asked.address as ChannelRecord['address'],
      addressKey: key,
      masked: notifier.mask(address as never),
      state: notifier.proof ? 'unproved' : 'on',
      off: null,
      unsubscribed: [],
      secret: newSecret(),
      proof: null,
      addedBy: principal.user,
      createdAt: at,
      updatedAt: at,
    };
    await parts.records.commit(principal, { writes: [insert(channels, id, value)] });
    return { id, revision: 1, value };
  });
  return channel.value.state === 'unproved'
    ? sendCode(parts, principal, channel, signal)
    : { channel, code: undefined };
};

const runningNotifier = ({ notifiers }: NotificationParts, channel: string): AnyNotifier => {
  const notifier = notifiers().of(channel);
  if (notifier !== undefined) return notifier;
  const names = notifiers()
    .all()
    .map((each) => each.channel);
  const problem = `channel: there is no ${channel} here; there is ${names.join(', ') || 'none'}`;
  throw new DossierError('invalid_input', { problems: [`${problem}. Others need settings of their plugin`] });
};

const checkedAddress = ({ address: schema }: AnyNotifier, address: unknown): z.output<typeof schema> => {
  const parsed = schema.safeParse(address);
  if (parsed.success) return parsed.data;
  throw new DossierError('invalid_input', {
    problems: describeIssues(parsed.error).map((issue) => `address: ${issue}`),
  });
};

/** Keeps what will prove the code before it goes out; throws `too_many_codes`. */
const sendCode = async (
  parts: NotificationParts,
  principal: Principal,
  { id }: StoredChannel,
  signal: AbortSignal,
): Promise<Changed> => {
  const now = parts.clock.now();
  const { code, proof } = await newProof(now);
  const channel = await untilCommitted(async (): Promise<StoredChannel> => {
    const stored = await ownChannel(parts, principal, id);
    const counted = await countCode(parts, principal, stored.value);
    const value = { ...stored.value, proof, updatedAt: toInstant(now) };
    await parts.records.commit(principal, { writes: [update(channels, stored, value), counted] });
    return { id, revision: stored.revision + 1, value };
  });
  const outcome = await sendDirect(
    parts,
    principal,
    routeOf(id, channel.value),
    {
      kind: 'proof',
      person: channel.value.person,
      title: 'Code to confirm the address',
      letter: proofLetter(code, id, CODE_MINUTES),
    },
    signal,
  );
  return { channel, code: outcome };
};

/** Throws `not_found` also for a channel that is somebody else's, unless an owner asks. */
const ownChannel = async ({ records }: NotificationParts, principal: Principal, id: string): Promise<StoredChannel> => {
  const stored = await records.get(principal, channels, id);
  if (stored === undefined) throw new DossierError('not_found', { what: 'channel', id });
  personFor(principal, stored.value.person);
  return stored;
};

const changeChannel = (
  parts: NotificationParts,
  principal: Principal,
  id: string,
  change: (stored: StoredChannel) => ChannelRecord,
): Promise<StoredChannel> =>
  untilCommitted(async () => {
    const stored = await ownChannel(parts, principal, id);
    const value = { ...change(stored), updatedAt: toInstant(parts.clock.now()) };
    await parts.records.commit(principal, { writes: [update(channels, stored, value)] });
    return { id, revision: stored.revision + 1, value };
  });

/** The code that was sent to the address comes back: it is its owner's. Throws `code_wrong` and `code_expired`. */
export const verifyChannel = async (
  parts: NotificationParts,
  principal: Principal,
  id: string,
  code: string,
): Promise<Changed> => {
  const stored = await ownChannel(parts, principal, id);
  if (stored.value.state === 'on' && stored.value.proof === null) return { channel: stored, code: undefined };
  // The try is written down before it is looked at: two at once are two tries.
  const tried = await changeChannel(parts, principal, id, ({ value }) => {
    const { proof } = value;
    if (proof === null || proof.triesLeft === 0 || Date.parse(proof.expiresAt) <= parts.clock.now()) {
      throw new DossierError('code_expired', { address: value.masked });
    }
    return { ...value, proof: { ...proof, triesLeft: proof.triesLeft - 1 } };
  });
  const { proof } = tried.value;
  if (proof === null || !(await isCode(proof, code))) {
    throw new DossierError('code_wrong', { left: proof?.triesLeft ?? 0 });
  }
  const channel = await changeChannel(parts, principal, id, ({ value }) => ({
    ...value,
    state: 'on',
    off: null,
    unsubscribed: [],
    proof: null,
  }));
  return { channel, code: undefined };
};

/**
 * Switches a channel on again. Where the other side switched it off, or its reader unsubscribed, an address that needs
 * proof has to be proved anew: not everyone who may switch it on is the one who reads there.
 */
export const switchOn = async (
  parts: NotificationParts,
  principal: Principal,
  id: string,
  signal: AbortSignal,
): Promise<Changed> => {
  const stored = await ownChannel(parts, principal, id);
  const { value } = stored;
  const left = value.unsubscribed.length > 0 || (value.off !== null && value.off.by !== 'person');
  const proofNeeded = parts.notifiers().of(value.channel)?.proof ?? true;
  if (value.state === 'unproved' || (left && proofNeeded)) return sendCode(parts, principal, stored, signal);
  const channel = await changeChannel(parts, principal, id, (current) => ({
    ...current.value,
    state: 'on',
    off: null,
    unsubscribed: [],
  }));
  return { channel, code: undefined };
};

export const switchOff = async (parts: NotificationParts, principal: Principal, id: string): Promise<Changed> => {
  const off = { by: 'person', reason: 'switched-off', at: toInstant(parts.clock.now()) } as const;
  const channel = await changeChannel(parts, principal, id, ({ value }) =>
    // One that nobody proved must not come to be on by way of being off.
    value.state === 'on' ? { ...value, state: 'off', off, proof: null } : value,
  );
  return { channel, code: undefined };
};

/** What waits for it is withdrawn when its turn comes. */
export const removeChannel = (parts: NotificationParts, principal: Principal, id: string): Promise<Changed> =>
  untilCommitted(async () => {
    const channel = await ownChannel(parts, principal, id);
    const person = await personOf(parts.records, principal, channel.value.person);
    const settings = person && withoutChannel(person.value.settings, id);
    const writes: Write[] = [remove(channels, id)];
    if (person !== undefined && settings !== undefined) {
      const updatedAt = toInstant(parts.clock.now());
      writes.push(update(people, person, { ...person.value, settings, updatedAt, updatedBy: principal.user }));
    }
    await parts.records.commit(principal, { writes });
    return { channel, code: undefined };
  });
