import type { Principal } from '../../../core/identity/principal.ts';
import type { Records, Stored, Where } from '../../../core/ports/records.ts';
import { type Reminder, reminders } from './records.ts';

/** All reminders of which the condition holds. */
export const everyReminder = async (
  { records }: { readonly records: Records },
  principal: Principal,
  where: Where<Reminder>,
): Promise<readonly Stored<Reminder>[]> => {
  const found: Stored<Reminder>[] = [];
  let after: string | undefined;
  do {
    const page = await records.find(principal, reminders, {
      where,
      limit: 1000,
      ...(after === undefined ? {} : { after }),
    });
    found.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return found;
};
