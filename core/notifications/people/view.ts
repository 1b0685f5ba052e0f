import { DossierError } from '../../errors/error.ts';
import type { Principal } from '../../identity/principal.ts';
import { noticeKinds } from '../../ports/notifications.ts';
import type { PreferencesView } from '../capabilities/preferences.ts';
import type { NotificationParts } from '../parts.ts';
import { personOf, preferencesOf } from './preferences.ts';
import { channelsFor } from './records.ts';

const fields = {
  timezone: 'timezone',
  quietHours: 'quiet_hours',
  remindAt: 'remind_at',
  leadDays: 'lead_days',
  digest: 'digest',
  pausedUntil: 'paused_until',
  quotes: 'quotes',
  escalation: 'escalation',
  channels: 'channels',
} as const;

export const viewPreferences = async (
  { records, timezone }: Pick<NotificationParts, 'records' | 'timezone'>,
  principal: Principal,
  person: string,
): Promise<PreferencesView> => {
  const stored = await personOf(records, principal, person);
  if (stored === undefined && person !== principal.user)
    throw new DossierError('not_found', { what: 'person', id: person });
  const settings = stored?.value.settings ?? {};
  const preferences = preferencesOf(person, settings, timezone);
  const { escalation } = preferences;
  return {
    person,
    name: stored?.value.name ?? null,
    timezone: preferences.timezone,
    quiet_hours: preferences.quietHours ?? null,
    remind_at: preferences.remindAt,
    lead_days: [...preferences.leadDays],
    digest: preferences.digest,
    paused_until: preferences.pausedUntil ?? null,
    quotes: preferences.quotes,
    escalation: escalation === undefined ? null : { person: escalation.person, after_days: escalation.afterDays },
    channels: Object.fromEntries(noticeKinds.map((kind) => [kind, channelsFor(settings, kind)])),
    changed: Object.entries(fields).flatMap(([name, field]) => (Object.hasOwn(settings, name) ? [field] : [])),
  };
};
