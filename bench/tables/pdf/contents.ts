/** What the tables of the PDFs by hand hold. */
import type { Grid } from '../table-file.ts';

export const SERVICES: Grid = [
  ['Service', 'Unit', 'Quantity', 'Price'],
  ['Cleaning of the stairs', 'month', '12', '120.00'],
  ['Heating', 'kWh', '8,400', '0.31'],
  ['Maintenance of the lift', 'month', '12', '45.50'],
  ['Water', 'm3', '96', '4.20'],
  ['Insurance', 'year', '1', '610.00'],
];
export const ROOMS: Grid = [
  ['Room', 'Floor', 'State at handover'],
  ['Kitchen', 'ground', 'newly painted, two tiles cracked beside the window'],
  ['Hall', 'ground', 'good'],
  ['Bedroom', 'first', 'carpet worn near the door, to be replaced by the landlord before July'],
  ['Study', 'first', 'good'],
];
export const DUTIES: Grid = [
  ['Party', 'Duty', 'Due'],
  ['Landlord', 'Hand over the premises in good order, with all keys and the meter readings', 'First day of the term'],
  [
    'Tenant',
    'Pay the rent in advance to the account that the landlord names in writing',
    'Third working day of each month',
  ],
  ['Tenant', 'Give notice of damage', 'Without delay'],
  ['Both', 'Meet to read the meters', 'Last day of the term'],
];
export const ACCOUNTS: Grid = [
  ['', '2023', '2022'],
  ['Revenue', '1,204,300', '1,118,040'],
  ['Cost of sales', '(803,110)', '(799,025)'],
  ['Gross profit', '401,190', '319,015'],
  ['Administrative expenses', '(120,400)', '(118,700)'],
  ['Finance costs', '(14,020)', '(16,300)'],
  ['Profit before tax', '266,770', '184,015'],
];
export const CHARGES: Grid = [
  ['Item', 'Fee'],
  ['Notice', '25.00'],
  ['Reminder', '7.50'],
  ['Copy of the lease', '12.00'],
];
