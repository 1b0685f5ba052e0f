import type { Principal } from '../identity/principal.ts';
import { toInstant } from '../ports/clock.ts';
import type { JobSpec } from '../ports/jobs.ts';
import type { NoticeKind } from '../ports/notifications.ts';
import { type Commit, insert, update } from '../ports/records.ts';
import { channelsOf, type Route, routesTo, wantedRoutes } from './channels/routes.ts';
import type { NotificationParts } from './parts.ts';
import { isPaused, personOf, preferencesOf } from './people/preferences.ts';
import {
  type DeliveryRecord,
  deliveries,
  deliveryId,
  NOTIFY,
  type NoticeRecord,
  noticeId,
  notices,
  type ServiceKind,
  type StoredNotice,
  serviceKinds,
} from './records.ts';

export type Planned = { readonly state: NoticeRecord['state']; readonly commit: Commit };

type NewNotice = Omit<NoticeRecord, 'state' | 'createdAt'>;

export const isService = (kind: NoticeRecord['kind']): kind is ServiceKind =>
  serviceKinds.some((each) => each === kind);

/**
 * What stores a notice with one delivery, and a job, for each channel that the person's preferences have for it. Pause,
 * kinds and channels are looked at here and, because they may change until it goes out, before each attempt.
 * `besides`: a channel that is not to be used.
 */
export const planNotice = async (
  parts: NotificationParts,
  principal: Principal,
  notice: NewNotice,
  { known, besides }: { readonly known?: StoredNotice | undefined; readonly besides?: string } = {},
): Promise<Planned> => {
  const now = parts.clock.now();
  const stored = await personOf(parts.records, principal, notice.person);
  const owned = (await channelsOf(parts, principal, notice.person)).filter(({ id }) => id !== besides);
  const routes = routesTo(parts, { id: notice.person, stored }, owned).filter(({ id }) => id !== besides);
  const wanted = isService(notice.kind) ? routes : wantedRoutes(routes, notice.kind as NoticeKind, stored, owned);
  const paused = isPaused(preferencesOf(notice.person, stored?.value.settings ?? {}, parts.timezone), now);
  const state = paused ? 'paused' : wanted.length > 0 ? 'accepted' : routes.length > 0 ? 'kind-off' : 'no-channel';
  const value: NoticeRecord = { ...notice, state, createdAt: known?.value.createdAt ?? toInstant(now) };
  const outgoing = state === 'accepted' ? wanted : [];
  const made = outgoing.map((route) => deliveryOf(principal, value, route, now));
  return {
    state,
    commit: {
      writes: [
        known === undefined ? insert(notices, noticeId(notice.key), value) : update(notices, known, value),
        ...made.map(({ id, delivery }) => insert(deliveries, id, delivery)),
      ],
      jobs: made.map(({ id }) => notifyJob(id)),
    },
  };
};

const notifyJob = (id: string): JobSpec => ({ kind: NOTIFY, key: id, payload: { delivery_id: id } });

export const deliveryOf = (
  principal: Principal,
  notice: NoticeRecord,
  route: Route,
  now: number,
): { readonly id: string; readonly delivery: DeliveryRecord } => ({
  id: deliveryId(principal.workspace, notice.key, route.id),
  delivery: {
    notice: noticeId(notice.key),
    noticeKey: notice.key,
    kind: notice.kind,
    person: notice.person,
    channelId: route.id,
    channel: route.channel,
    address: route.masked,
    state: 'waiting',
    attempts: 0,
    reason: null,
    nextAt: null,
    createdAt: toInstant(now),
    updatedAt: toInstant(now),
    sentAt: null,
    reference: null,
  },
});
