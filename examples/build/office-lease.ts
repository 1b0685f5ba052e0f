import type { Contract } from './blocks.ts';
import { closing } from './office-lease/closing.ts';
import { occupation } from './office-lease/occupation.ts';
import { opening } from './office-lease/opening.ts';
import { premisesAndRent } from './office-lease/premises-and-rent.ts';
import { riskAndOptions } from './office-lease/risk-and-options.ts';
import { schedules } from './office-lease/schedules.ts';

export const officeLease: Contract = {
  title: 'Office Lease',
  subtitle: 'Suite 210, Kilnrow Yard, 42 Kilnrow Lane, Harrow Falls, Oregon',
  runningHead: 'Office Lease: Kilnrow Yard, Suite 210',
  reference: 'KY-210/2025',
  author: 'Kilnrow Yard Properties LLC',
  signedAt: new Date('2025-02-14T17:00:00Z'),
  blocks: [...opening, ...premisesAndRent, ...occupation, ...riskAndOptions, ...closing, ...schedules],
};
