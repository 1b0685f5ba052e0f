import { article, type Block, clause, items } from '../blocks.ts';

export const riskAndOptions: readonly Block[] = [
  article('11', 'Insurance and Indemnity'),
  clause('11.1', 'Tenant’s Insurance.', 'Throughout the Term Tenant shall at its own cost maintain:'),
  ...items(
    'commercial general liability insurance with limits of not less than $2,000,000 per occurrence and $4,000,000 in the aggregate, naming Landlord and its property manager as additional insureds;',
    'property insurance on Tenant’s equipment, fixtures and improvements for their full replacement cost; and',
    'workers’ compensation insurance as the law requires.',
  ),
  clause(
    '11.2',
    'Certificates.',
    'Tenant shall give Landlord a certificate of each policy before it takes possession and at least ten (10) days before a policy expires. If Tenant fails to do so and does not cure the failure within five (5) Business Days after notice, Landlord may obtain the insurance and charge its cost to Tenant as Rent.',
  ),
  clause(
    '11.3',
    'Landlord’s Insurance and Waiver of Subrogation.',
    'Landlord shall insure the Building for its full replacement cost. Each party waives every claim against the other for loss of or damage to property that is covered by the property insurance it carries or is required to carry, and shall have its insurer waive subrogation accordingly.',
  ),
  clause(
    '11.4',
    'Indemnity.',
    'Each party shall indemnify, defend and hold the other harmless from claims of third parties for bodily injury or damage to property to the extent caused by the negligence or willful misconduct of the indemnifying party, its employees or its contractors in connection with the Property. This Section survives the end of this Lease.',
  ),
  article('12', 'Damage and Condemnation'),
  clause(
    '12.1',
    'Damage.',
    'If the Premises are damaged by fire or another casualty, Landlord shall tell Tenant within forty-five (45) days how long the repair is expected to take. If that is more than one hundred eighty (180) days, either party may end this Lease by notice given within twenty (20) days after Landlord’s estimate. Otherwise Landlord shall restore the Premises promptly, and Rent abates in proportion to the part that cannot be used.',
  ),
  clause(
    '12.2',
    'Condemnation.',
    'If all of the Premises, or so much of them that Tenant cannot reasonably carry on its business, is taken by public authority, this Lease ends on the date of the taking. The award belongs to Landlord, except for any part made for Tenant’s moving costs and trade fixtures.',
  ),
  article('13', 'Renewal Option'),
  clause(
    '13.1',
    'Option.',
    'Tenant may extend the Term once, for a further period of three years beginning on the day after the Expiration Date (the “Renewal Term”), if it is not in default beyond any applicable cure period when it gives notice.',
  ),
  clause(
    '13.2',
    'Notice Window.',
    'To exercise the option Tenant must give Landlord written notice no earlier than March 31, 2028 and no later than September 30, 2028. Time is of the essence, and an option not exercised within that period lapses.',
  ),
  clause(
    '13.3',
    'Rent in the Renewal Term.',
    'Base Rent in the Renewal Term is the fair market rent for comparable space in Harrow Falls, but not less than the Base Rent payable in the last month of the Term. If the parties have not agreed on it within sixty (60) days after Tenant’s notice, it is determined by an appraiser with at least ten years’ experience whom they appoint together, or, failing agreement, whom the presiding judge of the circuit court appoints.',
  ),
  article('14', 'Early Termination'),
  clause(
    '14.1',
    'Break Right.',
    'Tenant may end this Lease early, once, with effect on June 30, 2027 (the “Break Date”), by written notice to Landlord (the “Break Notice”). Landlord must receive the Break Notice no later than December 31, 2026. A Break Notice received after that date has no effect.',
  ),
  clause(
    '14.2',
    'Conditions.',
    'The Break Notice takes effect only if, on the Break Date, Tenant has paid all Base Rent due up to that date, has paid a termination fee equal to two months’ Base Rent at the rate then payable, and gives up vacant possession of the Premises.',
  ),
  clause(
    '14.3',
    'Refund.',
    'Within thirty (30) days after the Break Date Landlord shall refund any Rent paid for a period after it. Section 5.3 applies to the Security Deposit.',
  ),
];
