import { openingsOfAgent } from '../../core/contracts/records.ts';

/** How the documents begin that this agent looked through: tells which belong to one contract. */
export const openings = openingsOfAgent('risk');
