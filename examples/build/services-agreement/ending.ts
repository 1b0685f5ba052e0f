import { article, type Block, clause, heading, signatures } from '../blocks.ts';

export const ending: readonly Block[] = [
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
