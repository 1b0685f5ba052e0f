import type { Principal } from '../../../core/identity/principal.ts';
import type { PluginPorts } from '../../../core/plugin/ports.ts';
import type { Due } from '../model/due.ts';

/** Occurrences that fall due from one day to another, both included: what reminders are made from. */
export type Dues = (
  principal: Principal,
  range: { readonly from: string; readonly to: string },
) => Promise<readonly Due[]>;

export type ReminderPorts = Pick<PluginPorts, 'records' | 'notifications' | 'clock'> & { readonly dues: Dues };
