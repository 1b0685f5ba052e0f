import { article, type Block, clause, items } from '../blocks.ts';

export const closing: readonly Block[] = [
  article('15', 'Default and Remedies'),
  clause('15.1', 'Events of Default.', 'Tenant is in default if:'),
  ...items(
    'it does not pay Rent within ten (10) days after written notice that the Rent is overdue;',
    'it does not perform another obligation within thirty (30) days after written notice, or, where the failure cannot reasonably be cured in that time, does not begin to cure it within that time and pursue the cure diligently; or',
    'it makes a general assignment for the benefit of creditors, or a petition in bankruptcy is filed by or against it and, if involuntary, is not dismissed within sixty (60) days.',
  ),
  clause(
    '15.2',
    'Landlord’s Remedies.',
    'While a default continues Landlord may end this Lease by written notice, re-enter the Premises by lawful process, and recover the Rent that has accrued and its damages, reduced by the Rent that Landlord receives, or with reasonable effort could receive, by reletting. Landlord shall take reasonable steps to mitigate its damages.',
  ),
  clause(
    '15.3',
    'Landlord’s Default.',
    'Landlord is in default if it does not perform an obligation within thirty (30) days after written notice, subject to the shorter times in Section 8.3. Tenant then has the remedies that the law gives, including damages and specific performance.',
  ),
  article('16', 'Surrender'),
  clause(
    '16.1',
    'Condition on Surrender.',
    'When the Term ends Tenant shall remove its equipment and personal property, remove those alterations of which Landlord required removal when it consented to them, repair the damage done by removal, and leave the Premises broom-clean and in the condition that Section 8.2 requires. Property left for more than ten (10) Business Days is deemed abandoned.',
  ),
  article('17', 'General Provisions'),
  clause(
    '17.1',
    'Notices.',
    'A notice under this Lease must be in writing and delivered by hand, by a nationally recognized overnight courier or by certified mail to the address of the party stated above, marked in Tenant’s case for the attention of the Facilities Manager after the Commencement Date at the Premises. A copy sent to leases@kilnrowyard.example.com or facilities@brindlewick.example.com is a courtesy and not a notice. A notice takes effect on receipt or refused delivery.',
  ),
  clause(
    '17.2',
    'Landlord’s Access.',
    'Landlord may enter the Premises at reasonable times on at least twenty-four (24) hours’ notice, or without notice in an emergency, to inspect, to make repairs, or to show the Premises to lenders and buyers, or in the last six months of the Term to prospective tenants. Landlord shall be accompanied by Tenant’s representative in the calibration laboratory.',
  ),
  clause(
    '17.3',
    'Quiet Enjoyment.',
    'So long as Tenant is not in default, it may hold the Premises for the Term without interference by Landlord or anyone who claims through Landlord.',
  ),
  clause(
    '17.4',
    'Subordination and Estoppel.',
    'This Lease is subordinate to any mortgage of the Property whose holder agrees in writing not to disturb Tenant while it is not in default. Each party shall, within fifteen (15) Business Days after a request, certify in writing whether this Lease is in force and whether it knows of a default.',
  ),
  clause(
    '17.5',
    'Governing Law and Venue.',
    'This Lease is governed by the laws of the State of Oregon, without regard to its rules on conflict of laws. The state courts sitting in the county in which the Property lies have exclusive jurisdiction, and the prevailing party in any action recovers its reasonable attorneys’ fees.',
  ),
  clause(
    '17.6',
    'Entire Agreement and Amendment.',
    'This Lease is the entire agreement of the parties about the Premises and replaces all earlier proposals and letters of intent. It may be amended, and a right under it waived, only in a writing signed by the party to be bound. If a provision is unenforceable, the rest remains in effect.',
  ),
  clause(
    '17.7',
    'Counterparts.',
    'This Lease may be signed in counterparts and by electronic signature, each of which is an original and all of which are one instrument.',
  ),
];
