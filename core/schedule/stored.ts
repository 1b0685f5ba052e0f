import { untilCommitted } from '../document/until-committed.ts';
import type { Principal } from '../identity/principal.ts';
import { insert, type Records, update } from '../ports/records.ts';
import { type Wake, type WakeName, wakeId, wakes } from './wake.ts';

/** Others change the record as well; this often means that something is wrong. */
const ATTEMPTS = 50;

export type StoredWakes = {
  get(principal: Principal, of: WakeName): Promise<Wake | undefined>;
  /** Applies `to` to the record as it is then. Resolves to what it made, undefined where it left the record alone. */
  change(
    principal: Principal,
    of: WakeName,
    to: (wake: Wake | undefined) => Wake | undefined,
  ): Promise<Wake | undefined>;
};

export const storedWakes = (records: Records): StoredWakes => {
  const stored = (principal: Principal, of: WakeName) => records.get(principal, wakes, wakeId(of));
  return {
    get: async (principal, of) => (await stored(principal, of))?.value,
    change: (principal, of, to) =>
      untilCommitted(async () => {
        const found = await stored(principal, of);
        const changed = to(found?.value);
        if (changed === undefined) return undefined;
        const write = found === undefined ? insert(wakes, wakeId(of), changed) : update(wakes, found, changed);
        await records.commit(principal, { writes: [write] });
        return changed;
      }, ATTEMPTS),
  };
};
