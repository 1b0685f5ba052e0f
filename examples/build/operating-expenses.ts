import { type Contract, heading, items, paragraph, table } from './blocks.ts';

/** What the landlord's manager attaches to the message of `property-manager-email.ts`. */
export const operatingExpenses: Contract = {
  title: 'Operating Expenses 2027',
  subtitle: 'Estimate for Suite 210, Kilnrow Yard',
  runningHead: 'Kilnrow Yard, Suite 210: Operating Expenses 2027',
  reference: 'KY-210/OE-2027',
  author: 'Tollgate Row Management, Inc.',
  signedAt: new Date('2026-11-23T18:00:00Z'),
  blocks: [
    paragraph(
      'Tollgate Row Management, Inc., the property manager of Kilnrow Yard, gives this estimate to Brindlewick Instruments, Inc. (“Tenant”) for Kilnrow Yard Properties LLC (“Landlord”) under Section 3.5 of the Office Lease made as of February 14, 2025 (the “Lease”). Words defined in the Lease have the same meaning here.',
    ),
    heading('Estimated Operating Expenses of the Property'),
    table(
      ['Expense', '2026', '2027', 'Controllable'],
      [
        ['Real property taxes', '$118,400.00', '$120,900.00', 'no'],
        ['Insurance of the Building', '$41,250.00', '$44,700.00', 'no'],
        ['Water, sewer and refuse collection', '$18,350.00', '$19,100.00', 'no'],
        ['Cleaning and care of the common areas', '$52,600.00', '$54,400.00', 'yes'],
        ['Repairs and maintenance', '$63,900.00', '$66,500.00', 'yes'],
        ['Management', '$29,500.00', '$30,400.00', 'yes'],
        ['Total', '$324,000.00', '$336,000.00', ''],
      ],
      [0.43, 0.2, 0.2, 0.17],
    ),
    paragraph(
      'Controllable Operating Expenses rise from $146,000.00 to $151,300.00, which is 3.6 percent and less than the five percent (5%) that the Lease allows.',
    ),
    heading('Tenant’s Share'),
    paragraph(
      'Tenant’s Share is 14.2 percent, which is $47,712.00 for the year 2027. Tenant pays it in twelve monthly installments of $3,976.00, the first on January 1, 2027. The installment for each month of 2026 is $3,834.00.',
    ),
    heading('Dates'),
    ...items(
      'The installment of $3,976.00 is payable together with Base Rent from January 1, 2027.',
      'Tenant’s certificate of commercial general liability insurance for the period from January 15, 2027 must reach the property manager by January 5, 2027.',
      'The statement of actual Operating Expenses for 2026 will be given to Tenant by April 30, 2027.',
    ),
  ],
};
