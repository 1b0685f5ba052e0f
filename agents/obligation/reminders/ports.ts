import type { Principal } from '../../../core/identity/principal.ts';
import type { PluginPorts } from '../../../core/plugin/ports.ts';
import type { Due } from '../model/due.ts';
import type { Status } from '../model/standing.ts';

/** Occurrences that fall due from one day to another, both included: what reminders are made from. */
export type Dues = (
  principal: Principal,
  range: { readonly from: string; readonly to: string },
) => Promise<readonly Due[]>;

/** Where an obligation stands, as far as it decides whether anybody is reminded of it. */
export type Standing = {
  readonly status: Status;
  /** The next day on which it falls due; null without one. */
  readonly date: string | null;
  /** What has to be known before there is a day; null where nothing has to. */
  readonly needs: string | null;
};

/** undefined for one that there is not, or no longer. */
export type StandingOf = (principal: Principal, obligation: string) => Promise<Standing | undefined>;

export type ReminderPorts = Pick<PluginPorts, 'records' | 'notifications' | 'clock'> & { readonly dues: Dues };
