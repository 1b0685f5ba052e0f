import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { DossierError } from '../../../core/errors/error.ts';
import { jobPrincipal, type Principal } from '../../../core/identity/principal.ts';
import { type Clock, toInstant } from '../../../core/ports/clock.ts';
import { type Collection, insert, type Records, type Stored, update } from '../../../core/ports/records.ts';

const feedSchema = z.object({
  name: z.string(),
  /** SHA-256 of the secret: the link itself is shown once and stored nowhere. */
  hash: z.string(),
  party: z.string().nullable(),
  person: z.string().nullable(),
  documents: z.array(z.string()).nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
});
export type Feed = z.infer<typeof feedSchema>;

export const feeds: Collection<Feed> = {
  name: 'obligation.feeds',
  schema: feedSchema,
  indexes: [{ fields: ['createdAt'] }],
};

type FeedPorts = { readonly records: Records; readonly clock: Clock };

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** A feed with its token: where it is and a secret of 192 bits. Whoever has it may read the feed. */
export const createFeed = async (
  { records, clock }: FeedPorts,
  principal: Principal,
  feed: Pick<Feed, 'name' | 'party' | 'person' | 'documents'>,
): Promise<{ readonly id: string; readonly feed: Feed; readonly token: string }> => {
  const id = `feed_${randomBytes(8).toString('hex')}`;
  const secret = randomBytes(24).toString('base64url');
  const value: Feed = {
    ...feed,
    hash: hashOf(secret),
    createdBy: principal.user,
    createdAt: toInstant(clock.now()),
    revokedAt: null,
  };
  await records.commit(principal, { writes: [insert(feeds, id, value)] });
  return { id, feed: value, token: [Buffer.from(principal.workspace).toString('base64url'), id, secret].join('.') };
};

/** From then on its link leads nowhere. Once is as good as twice. */
export const revokeFeed = async (
  { records, clock }: FeedPorts,
  principal: Principal,
  id: string,
): Promise<Stored<Feed>> => {
  const stored = await records.get(principal, feeds, id);
  if (stored === undefined) throw new DossierError('feed_not_found', { id });
  if (stored.value.revokedAt !== null) return stored;
  const value = { ...stored.value, revokedAt: toInstant(clock.now()) };
  await records.commit(principal, { writes: [update(feeds, stored, value)] });
  return { ...stored, value };
};

/** The feed that a token opens, and the workspace whose it is; undefined for one that opens none, or none any more. */
export const openFeed = async (
  { records }: Pick<FeedPorts, 'records'>,
  token: string,
): Promise<{ readonly principal: Principal; readonly feed: Feed } | undefined> => {
  const [, workspace, id, secret] = /^([\w-]{1,200})\.(feed_[0-9a-f]{16})\.([\w-]{32})$/.exec(token) ?? [];
  if (workspace === undefined || id === undefined || secret === undefined) return undefined;
  const principal = jobPrincipal(Buffer.from(workspace, 'base64url').toString('utf8'));
  const feed = (await records.get(principal, feeds, id))?.value;
  if (feed === undefined || feed.revokedAt !== null) return undefined;
  const matches = timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(feed.hash));
  return matches ? { principal, feed } : undefined;
};
