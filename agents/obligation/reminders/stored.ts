import { eachRecord } from '../../../core/document/each.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import type { Records, Stored, Where } from '../../../core/ports/records.ts';
import { type Reminder, reminders } from './records.ts';

/** All reminders of which the condition holds. */
export const everyReminder = (
  { records }: { readonly records: Records },
  principal: Principal,
  where: Where<Reminder>,
): Promise<readonly Stored<Reminder>[]> => Array.fromAsync(eachRecord(records, principal, reminders, { where }));
