import type { Mail } from './mail.ts';

/** What the landlord's property manager writes to the tenant; the attachment is the estimate of `operating-expenses.ts`. */
export const propertyManagerEmail = (estimate: Uint8Array): Mail => ({
  from: 'Orrin Castlebay <orrin.castlebay@tollgate-row.example.com>',
  to: 'Wren Halloway <facilities@brindlewick.example.com>',
  cc: 'Marisol Tenbrook <marisol.tenbrook@brindlewick.example.com>, leases@kilnrowyard.example.com',
  date: 'Mon, 23 Nov 2026 10:42:00 -0800',
  subject: 'Re: Suite 210: operating expenses and insurance certificate',
  id: '20261123184200.210@tollgate-row.example.com',
  paragraphs: [
    'Dear Wren,',
    'The estimate of Operating Expenses for 2027 is attached. Your monthly installment is $3,976.00 from January 1, 2027, instead of $3,834.00 this year.',
    'Your certificate of general liability insurance ends with your policy on January 15, 2027. Under Section 11.2 of the lease the new certificate must be sent to us by January 5, 2027. It has to name both Kilnrow Yard Properties LLC and Tollgate Row Management, Inc. as additional insureds.',
    'The address for your broker is certificates@tollgate-row.example.com.',
    'One more date: the fire alarm on the second floor will be tested on December 9, 2026 between 8 and 10 a.m. Someone should be there to open the calibration laboratory.',
    'Kind regards,',
  ],
  signature: ['Orrin Castlebay', 'Property Manager, Tollgate Row Management, Inc.', 'Telephone 555-0118'],
  quoted: {
    attribution: 'On Thu, Nov 19, 2026 at 3:17 PM Wren Halloway <facilities@brindlewick.example.com> wrote:',
    paragraphs: [
      'Dear Orrin,',
      'Our broker will issue new certificates by January 4. To which address should they go?',
      'And what will we pay for Operating Expenses from January on? We have $4,000.00 a month in the budget.',
      'Wren',
    ],
  },
  attachment: { name: 'operating-expenses-2027-suite-210.pdf', type: 'application/pdf', bytes: estimate },
});
