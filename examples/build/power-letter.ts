/** The text of the scanned letter, a paragraph each; the first block is its letterhead. */
export const powerLetter = {
  letterhead: ['HARROW FALLS POWER & LIGHT', '7 Millrace Avenue, Harrow Falls, Oregon', 'Telephone 555-0162'],
  date: 'November 16, 2026',
  addressee: ['Brindlewick Instruments, Inc.', 'Suite 210, 42 Kilnrow Lane', 'Harrow Falls, Oregon'],
  subject: 'Planned interruption of your electricity supply',
  reference: 'Account 20-77415, meter E-30962',
  paragraphs: [
    'Dear Customer,',
    'We will replace the transformer that serves Kilnrow Lane. For this work the electricity supply to your premises will be interrupted on Saturday, January 23, 2027, from 7:00 a.m. to 3:00 p.m. If the weather prevents the work, it will be done on Saturday, January 30, 2027, at the same hours.',
    'Customers with equipment that must not lose power can borrow a mobile generator free of charge. To reserve a generator, call us no later than January 8, 2027. Reservations that reach us after that date cannot be considered.',
    'Please switch off computers, laboratory instruments and cooling units before the interruption begins, and wait fifteen minutes after the supply returns before you switch them on again.',
    'During the same visit we will exchange your meter. Our technician needs access to the meter room from 9:00 a.m. to noon. Please name a contact person by December 18, 2026.',
    'Yours faithfully,',
  ],
  signature: ['Odessa Marchbank', 'Network Planning'],
} as const;
