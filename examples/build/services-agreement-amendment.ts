import { article, type Contract, clause, heading, items, paragraph, signatures } from './blocks.ts';

export const servicesAgreementAmendment: Contract = {
  title: 'Amendment No. 1',
  subtitle: 'to the Managed IT Services Agreement',
  runningHead: 'Amendment No. 1 to the Managed IT Services Agreement',
  reference: 'NMS-2025-041/A1',
  author: 'Nimbury Managed Systems, LLC',
  signedAt: new Date('2026-06-08T16:00:00Z'),
  blocks: [
    paragraph(
      'This Amendment No. 1 (this “Amendment”) is made as of June 8, 2026 between Nimbury Managed Systems, LLC (“Provider”) and Brindlewick Instruments, Inc. (“Customer”). It amends the Managed IT Services Agreement made between them as of May 12, 2025 (the “Agreement”). Words defined in the Agreement have the same meaning here.',
    ),
    heading('Background'),
    ...items(
      'Customer has grown and expects to have up to seventy-five Users by the end of 2026.',
      'Provider has asked to be paid sooner, and Customer has asked for credits where Service Levels are missed and for more time to decide on renewal.',
    ),
    article('1', 'Effective Date'),
    clause(
      '1.1',
      'Amendment Effective Date.',
      'This Amendment takes effect on July 1, 2026 (the “Amendment Effective Date”). It applies to Services performed and invoices dated on or after that date; earlier Services and invoices remain subject to the Agreement as it stood before.',
    ),
    article('2', 'Changes to the Agreement'),
    clause(
      '2.1',
      'Monthly Fee.',
      'Section 6.1 of the Agreement is deleted and replaced with the following: “6.1 Monthly Fee. Customer shall pay Provider a fee of $6,850.00 per month for up to seventy-five (75) Users (the “Monthly Fee”), plus $80.00 per month for each further User. The Monthly Fee may not be increased before June 1, 2028.”',
    ),
    clause(
      '2.2',
      'Payment Period.',
      'Section 6.3 of the Agreement is deleted and replaced with the following: “6.3 Payment. Customer shall pay each undisputed invoice within thirty (30) days after the invoice date. If Customer pays within ten (10) days after the invoice date, it may deduct one percent (1%) of the Monthly Fee.”',
    ),
    clause(
      '2.3',
      'Notice of Non-Renewal.',
      'In Section 3.2 of the Agreement, the words “at least ninety (90) days before the end of the current term” are deleted and replaced with the words “at least sixty (60) days before the end of the current term”. For the Initial Term, which ends on May 31, 2027, notice of non-renewal must therefore be given on or before April 1, 2027.',
    ),
    clause(
      '2.4',
      'Service Level Credits.',
      'The following is added to the Agreement after Section 5.4: “5.5 Service Level Credits. If availability under Section 5.2 falls below 99.5 percent in a calendar month, Provider shall credit Customer with five percent (5%) of the Monthly Fee for each full half percentage point of the shortfall. If Provider misses the restoration time of a P1 Incident, it shall credit Customer with ten percent (10%) of the Monthly Fee. Credits for one month may not exceed twenty-five percent (25%) of the Monthly Fee, are set off against the next invoice, and do not limit Customer’s right to terminate under Section 12.1.”',
    ),
    clause(
      '2.5',
      'Supported Systems.',
      'In Exhibit A, “Up to 60 workstations” is replaced with “Up to 75 workstations”.',
    ),
    article('3', 'General'),
    clause(
      '3.1',
      'No Other Changes.',
      'Except as this Amendment changes it, the Agreement remains in full force. If this Amendment conflicts with the Agreement, this Amendment prevails.',
    ),
    clause(
      '3.2',
      'Governing Law and Counterparts.',
      'Section 13.1 of the Agreement applies to this Amendment. It may be signed in counterparts and by electronic signature.',
    ),
    signatures(
      {
        role: 'Provider',
        company: 'Nimbury Managed Systems, LLC',
        name: 'Corin Ashgrave',
        title: 'Director of Client Services',
        date: 'June 8, 2026',
      },
      {
        role: 'Customer',
        company: 'Brindlewick Instruments, Inc.',
        name: 'Marisol Tenbrook',
        title: 'Chief Operating Officer',
        date: 'June 5, 2026',
      },
    ),
  ],
};
