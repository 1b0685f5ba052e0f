import { openingsOfAgent } from '../../core/contracts/records.ts';

/** How documents begin: tells which belong to one contract. */
export const openings = openingsOfAgent('obligation');
