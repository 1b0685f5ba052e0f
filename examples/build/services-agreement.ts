import { article, type Block, type Contract, clause, heading, items, paragraph, signatures, table } from './blocks.ts';
import { servicesAgreementExhibit } from './services-agreement-exhibit.ts';

const scope: readonly Block[] = [
  paragraph(
    'This Managed IT Services Agreement (this “Agreement”) is made as of May 12, 2025 between Nimbury Managed Systems, LLC, an Oregon limited liability company with its office at 7 Lanternmast Court, Harrow Falls, Oregon (“Provider”), and Brindlewick Instruments, Inc., an Oregon corporation with its office at Suite 210, 42 Kilnrow Lane, Harrow Falls, Oregon (“Customer”).',
  ),
  paragraph(
    'Customer wishes to have its information technology operated and supported by Provider, and Provider wishes to do so, on the terms below.',
  ),
  article('1', 'Definitions'),
  clause(
    '1.1',
    'Defined Terms.',
    'In this Agreement the following words have the meanings stated beside them, and other words in capitals are defined where they first appear:',
  ),
  ...items(
    '“Business Hours” means 7:00 a.m. to 6:00 p.m. Pacific time, Monday to Friday, except federal holidays.',
    '“Customer Data” means all data that Customer or its Users store in, send through or create with the Supported Systems.',
    '“Incident” means an unplanned interruption of a Supported System or a reduction in its quality.',
    '“Services” means the services described in Section 2 and Exhibit A.',
    '“Supported Systems” means the hardware, software and networks listed in Exhibit A.',
    '“User” means an employee or contractor of Customer who has an account on a Supported System.',
  ),
  article('2', 'Services'),
  clause(
    '2.1',
    'Managed Services.',
    'Provider shall monitor, maintain and support the Supported Systems, operate a service desk for Users, keep the Supported Systems patched, and back up Customer Data daily to a second location, all as Exhibit A describes in more detail.',
  ),
  clause(
    '2.2',
    'Standard of Performance.',
    'Provider shall perform the Services in a professional manner, with the skill and care of a competent provider of similar services, by trained personnel who have passed a background check.',
  ),
  clause(
    '2.3',
    'Changes and Projects.',
    'Work outside the Services is performed only under a change order signed by both parties, which states its scope, its price and its effect on the Service Levels. Unless a change order says otherwise, projects are charged at $145.00 per hour.',
  ),
  clause(
    '2.4',
    'Subcontractors.',
    'Provider may use subcontractors only with Customer’s prior written consent and is responsible for their work as for its own.',
  ),
  clause(
    '2.5',
    'Access to Premises.',
    'Customer shall give Provider the access to its premises that the Services need. Provider’s personnel shall follow the rules of the building and shall not enter the calibration laboratory without an escort.',
  ),
  article('3', 'Term and Renewal'),
  clause(
    '3.1',
    'Initial Term.',
    'This Agreement takes effect on June 1, 2025 and continues until May 31, 2027 (the “Initial Term”), unless it ends earlier under Section 12.',
  ),
  clause(
    '3.2',
    'Automatic Renewal.',
    'At the end of the Initial Term this Agreement renews automatically for successive terms of twelve (12) months (each a “Renewal Term”), unless either party gives the other written notice of non-renewal at least ninety (90) days before the end of the current term.',
  ),
  clause(
    '3.3',
    'Reminder.',
    'Provider shall remind Customer of the date by which notice of non-renewal must be given, by e-mail to it-contracts@brindlewick.example.com, not more than one hundred fifty (150) and not less than one hundred twenty (120) days before the end of the current term. If Provider sends no reminder, Customer may end the Renewal Term on sixty (60) days’ notice without charge.',
  ),
  article('4', 'Customer’s Responsibilities'),
  clause('4.1', 'Cooperation.', 'Customer shall:'),
  ...items(
    'name one employee as its service owner, with authority to take decisions under this Agreement;',
    'tell Provider at least five business days before a User joins or leaves;',
    'keep the supplemental cooling and electrical supply of its network room in working order; and',
    'hold the licenses for software that Exhibit A lists as supplied by Customer.',
  ),
  article('5', 'Service Levels'),
  clause(
    '5.1',
    'Response and Restoration.',
    'Provider shall respond to and resolve Incidents within the times in the following table (the “Service Levels”), measured from the moment at which the Incident is reported to the service desk or detected by monitoring, whichever is earlier.',
  ),
  table(
    ['Priority', 'Meaning', 'Response time', 'Restoration time', 'Measured during'],
    [
      [
        'P1 Critical',
        'A Supported System is unavailable to all Users, or data is at risk',
        '15 minutes',
        '4 hours',
        '24 hours a day',
      ],
      ['P2 High', 'A Supported System is unavailable to a department', '1 hour', '8 hours', 'Business Hours'],
      ['P3 Medium', 'One User cannot work, or a function is impaired', '4 hours', '2 business days', 'Business Hours'],
      ['P4 Low', 'A question or a request for a change', '1 business day', '5 business days', 'Business Hours'],
    ],
    [0.14, 0.36, 0.16, 0.17, 0.17],
  ),
  clause(
    '5.2',
    'Availability.',
    'Provider shall keep the file service, the e-mail gateway and the network available for 99.5 percent of each calendar month, not counting maintenance announced at least three business days ahead and carried out between 10:00 p.m. and 5:00 a.m.',
  ),
  clause(
    '5.3',
    'Reports.',
    'By the tenth day of each month Provider shall give Customer a report of the Incidents of the preceding month, the Service Levels achieved, and the result of the last test of restoring a backup.',
  ),
  clause(
    '5.4',
    'Corrective Action.',
    'If Provider misses the same Service Level in two consecutive months, it shall within ten business days give Customer a written plan for correcting the cause, and carry it out at its own cost.',
  ),
];

const money: readonly Block[] = [
  article('6', 'Fees and Payment'),
  clause(
    '6.1',
    'Monthly Fee.',
    'Customer shall pay Provider a fee of $6,200.00 per month for up to sixty (60) Users (the “Monthly Fee”), plus $85.00 per month for each further User.',
  ),
  clause(
    '6.2',
    'Invoices.',
    'Provider shall invoice the Monthly Fee on the first day of the month to which it relates, and other sums at the end of the month in which the work was done, by e-mail to payables@brindlewick.example.com. An invoice must name the purchase order and itemize any work under a change order.',
  ),
  clause(
    '6.3',
    'Payment.',
    'Customer shall pay each undisputed invoice within forty-five (45) days after the invoice date.',
  ),
  clause(
    '6.4',
    'Late Payment.',
    'An undisputed sum that is not paid when due bears interest at one percent (1%) per month from the due date until paid. Provider may suspend the Services only if an undisputed sum is more than thirty (30) days overdue and Provider has given ten business days’ written notice of its intention.',
  ),
  clause(
    '6.5',
    'Disputed Invoices.',
    'Customer may withhold a sum that it disputes in good faith if it tells Provider the reason in writing before the due date. The parties shall try to settle the dispute within thirty (30) days.',
  ),
  clause(
    '6.6',
    'Travel.',
    'Travel within forty miles of Harrow Falls is included in the Monthly Fee. Provider is reimbursed for other travel only if Customer approved it in writing beforehand, and only within the limits of Customer’s Travel and Expense Policy.',
  ),
  clause(
    '6.7',
    'Taxes.',
    'Fees do not include sales or use taxes, which Customer shall pay where the law requires it. Each party bears the taxes on its own income and property.',
  ),
];

const risk: readonly Block[] = [
  article('7', 'Confidentiality'),
  clause(
    '7.1',
    'Obligation.',
    'Each party shall keep the other’s non-public information confidential, use it only to perform or receive the Services, and disclose it only to personnel and advisers who need it for that purpose and are bound by similar duties. Customer Data and the designs of Customer’s instruments are Customer’s confidential information.',
  ),
  clause(
    '7.2',
    'Exceptions.',
    'Section 7.1 does not apply to information that is or becomes public without breach, that the recipient lawfully had or independently developed, or that a court or authority requires to be disclosed, if the recipient gives prompt notice where the law allows it.',
  ),
  clause(
    '7.3',
    'Duration.',
    'The duties in this Section continue for three (3) years after this Agreement ends, and for trade secrets for as long as they remain trade secrets.',
  ),
  article('8', 'Data Protection and Security'),
  clause(
    '8.1',
    'Ownership and Use.',
    'Customer owns Customer Data. Provider shall process Customer Data only on Customer’s documented instructions, shall store it only in the United States, and shall not use it to train any model or for any purpose other than the Services.',
  ),
  clause(
    '8.2',
    'Safeguards.',
    'Provider shall encrypt Customer Data in transit and at rest, require multi-factor authentication for administrative access, review access rights every quarter, and have an independent auditor examine its controls each year and give Customer the report.',
  ),
  clause(
    '8.3',
    'Security Incidents.',
    'Provider shall notify Customer of any unauthorized access to Customer Data within forty-eight (48) hours after becoming aware of it, by telephone to 555-0164 and in writing, and shall investigate it, limit its effects and give Customer the information that Customer needs to meet its own duties of notice.',
  ),
  clause(
    '8.4',
    'Return and Deletion.',
    'Within thirty (30) days after this Agreement ends Provider shall return Customer Data in a usable format, delete its own copies, and certify the deletion in writing.',
  ),
  article('9', 'Indemnification'),
  clause(
    '9.1',
    'By Provider.',
    'Provider shall indemnify, defend and hold Customer harmless from claims of third parties that arise from a breach of Section 7 or 8 by Provider, from an allegation that the Services infringe intellectual property, or from the gross negligence or willful misconduct of its personnel.',
  ),
  clause(
    '9.2',
    'By Customer.',
    'Customer shall indemnify, defend and hold Provider harmless from claims of third parties that software or data supplied by Customer infringes intellectual property.',
  ),
  clause(
    '9.3',
    'Procedure.',
    'The party seeking indemnity shall give prompt notice of the claim, leave its defense to the other, and cooperate at the other’s cost. No settlement that admits fault on its behalf binds it without its consent.',
  ),
  article('10', 'Limitation of Liability'),
  clause(
    '10.1',
    'Excluded Damages.',
    'Neither party is liable to the other for indirect, incidental, special, punitive or consequential damages, or for lost profits, even if it was told that they were possible.',
  ),
  clause(
    '10.2',
    'Cap.',
    'The total liability of each party under this Agreement is limited to the fees paid and payable in the twelve (12) months before the event that gave rise to the claim.',
  ),
  clause(
    '10.3',
    'Exceptions.',
    'Sections 10.1 and 10.2 do not limit liability for gross negligence or willful misconduct, the duties to indemnify in Section 9, or Customer’s duty to pay fees. For a breach of Section 7 or 8, the limit in Section 10.2 is three times as high.',
  ),
  article('11', 'Insurance'),
  clause(
    '11.1',
    'Provider’s Insurance.',
    'Provider shall maintain commercial general liability insurance of at least $1,000,000 per occurrence and professional and cyber liability insurance of at least $3,000,000 per claim, and shall give Customer certificates on request.',
  ),
];

const ending: readonly Block[] = [
  article('12', 'Termination'),
  clause(
    '12.1',
    'For Cause.',
    'Either party may end this Agreement by written notice if the other commits a material breach and does not cure it within thirty (30) days after written notice describing it, or becomes insolvent.',
  ),
  clause(
    '12.2',
    'For Convenience.',
    'At any time after May 31, 2026 Customer may end this Agreement without cause on one hundred twenty (120) days’ written notice, on payment of a fee equal to two Monthly Fees.',
  ),
  clause(
    '12.3',
    'Transition.',
    'For up to sixty (60) days after this Agreement ends Provider shall, at its then current hourly rates, help Customer to move the Services to another provider or to its own staff, and shall hand over all passwords, configurations and records.',
  ),
  article('13', 'General Provisions'),
  clause(
    '13.1',
    'Governing Law.',
    'This Agreement is governed by the laws of the State of Oregon, without regard to its rules on conflict of laws. Before suing, the parties shall try to settle a dispute by mediation in Harrow Falls; either may seek injunctive relief at any time.',
  ),
  clause(
    '13.2',
    'Notices.',
    'Notices must be in writing and are effective when delivered by hand, by overnight courier or by certified mail at the address stated above, for Customer to the attention of the Chief Operating Officer and for Provider to the attention of the Director of Client Services.',
  ),
  clause(
    '13.3',
    'Assignment.',
    'Neither party may assign this Agreement without the other’s written consent, except to a successor to substantially all of its business who assumes it in writing.',
  ),
  clause(
    '13.4',
    'Force Majeure.',
    'A party is excused from a delay caused by events beyond its reasonable control for as long as they last, if it gives prompt notice and takes reasonable steps to resume. This Section does not excuse the failure to keep backups or to pay money.',
  ),
  clause(
    '13.5',
    'Entire Agreement.',
    'This Agreement with its Exhibit is the entire agreement of the parties on its subject. It may be amended only in a writing signed by both. Sections 7, 8, 9, 10 and 12.3 survive its end.',
  ),
  heading('Signatures'),
  signatures(
    {
      role: 'Provider',
      company: 'Nimbury Managed Systems, LLC',
      name: 'Corin Ashgrave',
      title: 'Director of Client Services',
      date: 'May 12, 2025',
    },
    {
      role: 'Customer',
      company: 'Brindlewick Instruments, Inc.',
      name: 'Marisol Tenbrook',
      title: 'Chief Operating Officer',
      date: 'May 9, 2025',
    },
  ),
];

export const servicesAgreement: Contract = {
  title: 'Managed IT Services Agreement',
  subtitle: 'between Nimbury Managed Systems, LLC and Brindlewick Instruments, Inc.',
  runningHead: 'Managed IT Services Agreement',
  reference: 'NMS-2025-041',
  author: 'Nimbury Managed Systems, LLC',
  signedAt: new Date('2025-05-12T16:00:00Z'),
  blocks: [...scope, ...money, ...risk, ...ending, ...servicesAgreementExhibit],
};
