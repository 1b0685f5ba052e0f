import { type Block, heading, items, paragraph, signatures, table } from '../blocks.ts';

export const schedules: readonly Block[] = [
  heading('Schedule 1: The Premises', { newPage: true }),
  paragraph(
    'The Premises are Suite 210 on the second floor of the Building, outlined on the floor plan dated January 20, 2025 that the parties have initialed, and consist of:',
  ),
  ...items(
    'the open office along the west side of the floor, of approximately 3,400 rentable square feet, with two meeting rooms and a kitchen;',
    'the calibration laboratory along the north side, of approximately 2,700 rentable square feet, with a floor loading of 125 pounds per square foot; and',
    'the network room, storage room and reception, of approximately 400 rentable square feet together.',
  ),
  heading('Schedule 2: Base Rent'),
  table(
    ['Lease Year', 'Period', 'Per sq. ft. per year', 'Annual Base Rent', 'Monthly Base Rent'],
    [
      ['1', 'April 1, 2025 to March 31, 2026', '$15.60', '$101,400.00', '$8,450.00'],
      ['2', 'April 1, 2026 to March 31, 2027', '$16.20', '$105,300.00', '$8,775.00'],
      ['3', 'April 1, 2027 to March 31, 2028', '$16.80', '$109,200.00', '$9,100.00'],
      ['4', 'April 1, 2028 to March 31, 2029', '$17.40', '$113,100.00', '$9,425.00'],
    ],
    [0.1, 0.34, 0.18, 0.19, 0.19],
  ),
  paragraph(
    'The amounts for Lease Years 3 and 4 are subject to the review under Article 4. The amount for the first Lease Year does not reflect the waiver of Base Rent for April 2025 under Section 3.1.',
  ),
  heading('Signatures', { newPage: true }),
  paragraph(
    'The parties have signed this Lease by their authorized representatives, and it takes effect on the date stated at its head.',
  ),
  signatures(
    {
      role: 'Landlord',
      company: 'Kilnrow Yard Properties LLC',
      name: 'Anselm Dryfield',
      title: 'Managing Member',
      date: 'February 14, 2025',
    },
    {
      role: 'Tenant',
      company: 'Brindlewick Instruments, Inc.',
      name: 'Marisol Tenbrook',
      title: 'Chief Operating Officer',
      date: 'February 13, 2025',
    },
  ),
];
