import type { Storage } from '../../../core/sniff/compound.ts';
import { guidText } from '../shared/mail/mapi/properties.ts';

/** The folder of a .msg file that says which named property has which id in it. */
export const NAMES = '__nameid_version1.0';
const SETS = '__substg1.0_00020102';
const ENTRIES = '__substg1.0_00030102';
/** The first two sets have no entry in the list of sets. */
const FIRST_SET = 3;
const FIRST_ID = 0x8000;

/** [MS-OXMSG] 2.2.3: ids by "GUID/number"; properties that are named by a text are not needed. */
export const readNames = (storage: Storage | undefined): ReadonlyMap<string, number> => {
  const sets = storage?.streams.get(SETS)?.read() ?? new Uint8Array();
  const entries = storage?.streams.get(ENTRIES)?.read() ?? new Uint8Array();
  const view = new DataView(entries.buffer, entries.byteOffset, entries.byteLength);
  const named = new Map<string, number>();
  for (let at = 0; at + 8 <= entries.byteLength && named.size < FIRST_ID; at += 8) {
    const kind = view.getUint16(at + 4, true);
    const set = ((kind >> 1) - FIRST_SET) * 16;
    if ((kind & 1) === 1 || set < 0 || set + 16 > sets.byteLength) continue;
    named.set(
      `${guidText(sets.subarray(set, set + 16))}/${view.getUint32(at, true)}`,
      FIRST_ID + view.getUint16(at + 6, true),
    );
  }
  return named;
};
