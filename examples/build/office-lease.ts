import { article, type Block, type Contract, clause, heading, items, paragraph } from './blocks.ts';
import { officeLeaseSchedules } from './office-lease-schedules.ts';

const opening: readonly Block[] = [
  paragraph(
    'This Office Lease (this “Lease”) is made as of February 14, 2025 between Kilnrow Yard Properties LLC, an Oregon limited liability company whose address is 18 Tannery Row, Suite 400, Harrow Falls, Oregon (“Landlord”), and Brindlewick Instruments, Inc., an Oregon corporation whose address is 311 Saddler Street, Harrow Falls, Oregon (“Tenant”).',
  ),
  heading('Recitals'),
  ...items(
    'Landlord owns the three-story office and workshop building known as Kilnrow Yard, located at 42 Kilnrow Lane, Harrow Falls, Oregon (the “Building”), together with the land on which it stands (the “Property”).',
    'Tenant designs and calibrates precision measuring instruments and wishes to move its head office and calibration laboratory to the Building.',
    'Landlord wishes to lease to Tenant, and Tenant wishes to lease from Landlord, a part of the Building on the terms set out in this Lease.',
  ),
  paragraph(
    'In consideration of the rents and covenants in this Lease, and for other good and valuable consideration, the receipt and sufficiency of which are acknowledged, the parties agree as follows.',
  ),
];

const premisesAndRent: readonly Block[] = [
  article('1', 'Definitions'),
  clause(
    '1.1',
    'Defined Terms.',
    'In this Lease, “Business Day” means a day other than a Saturday, a Sunday or a day on which banks in Oregon are authorized to close; “Lease Year” means each period of twelve consecutive months beginning on the Commencement Date or on an anniversary of it; “Rent” means Base Rent, Tenant’s Share of Operating Expenses and every other sum payable by Tenant under this Lease; and “Tenant’s Share” means 14.2 percent, being the rentable area of the Premises divided by the rentable area of the Building.',
  ),
  clause(
    '1.2',
    'Interpretation.',
    'Headings are for convenience only and do not affect the meaning of this Lease. The word “including” means “including without limitation”. The Schedules form part of this Lease, and if a Schedule conflicts with an Article, the Article prevails.',
  ),
  article('2', 'Premises and Term'),
  clause(
    '2.1',
    'Premises.',
    'Landlord leases to Tenant, and Tenant leases from Landlord, Suite 210 on the second floor of the Building, containing 6,500 rentable square feet and described in Schedule 1 (the “Premises”), together with the non-exclusive right to use the lobbies, corridors, stairways, elevator and restrooms of the Building in common with others.',
  ),
  clause(
    '2.2',
    'Term.',
    'The term of this Lease is four years, beginning on April 1, 2025 (the “Commencement Date”) and ending on March 31, 2029 (the “Expiration Date”), unless it is extended under Article 13 or ends earlier under this Lease (the “Term”).',
  ),
  clause(
    '2.3',
    'Delay in Delivery.',
    'If Landlord does not deliver possession of the Premises on the Commencement Date because an earlier occupant has not left or work has not been completed, Landlord is not liable for the delay, but Rent abates until possession is delivered. If possession has not been delivered within ninety (90) days after the Commencement Date, Tenant may end this Lease by written notice given before delivery, and Landlord shall then refund every sum that Tenant has paid.',
  ),
  clause(
    '2.4',
    'Condition of the Premises.',
    'Tenant has inspected the Premises and accepts them in their condition on the Commencement Date, except for latent defects of which Tenant notifies Landlord in writing within twelve months after the Commencement Date. Landlord represents that on the Commencement Date the building systems serving the Premises are in good working order.',
  ),
  clause(
    '2.5',
    'Holding Over.',
    'If Tenant remains in possession after the Term ends without Landlord’s written consent, Tenant holds over as a tenant at sufferance on the terms of this Lease, except that Base Rent is one hundred fifty percent (150%) of the Base Rent payable for the last month of the Term, prorated by the day.',
  ),
  article('3', 'Rent'),
  clause(
    '3.1',
    'Base Rent.',
    'Tenant shall pay Landlord the base rent set out in Schedule 2, as adjusted under Article 4 (“Base Rent”). Base Rent for the first Lease Year is $8,450.00 per month. Base Rent for April 2025 is waived in consideration of the work that Tenant carries out to fit up the Premises.',
  ),
  clause(
    '3.2',
    'Due Date.',
    'Tenant shall pay Base Rent in advance on or before the first day of each calendar month of the Term, without demand, deduction or set-off except where this Lease expressly allows it. Base Rent for a part of a month is prorated by the number of days in that month.',
  ),
  clause(
    '3.3',
    'Manner of Payment.',
    'Rent is payable in lawful money of the United States by electronic transfer to the account that Landlord designates in writing. A change of account binds Tenant only after Landlord’s property manager has confirmed it by telephone at 555-0118.',
  ),
  clause(
    '3.4',
    'Late Payment.',
    'If Landlord has not received an installment of Rent within five (5) Business Days after its due date, Tenant shall pay a late charge of four percent (4%) of the overdue installment. In addition, Rent not paid when due bears interest at nine percent (9%) per annum, or the highest rate that the law allows if that is lower, from the due date until paid. Landlord shall waive the first late charge in any Lease Year.',
  ),
  clause(
    '3.5',
    'Operating Expenses.',
    'Tenant shall pay Tenant’s Share of the reasonable costs of operating, insuring, maintaining and repairing the Property, and of real property taxes assessed against it (“Operating Expenses”), in monthly installments based on Landlord’s estimate. Operating Expenses do not include capital improvements, leasing commissions, interest on Landlord’s debt, or costs for which another tenant or an insurer reimburses Landlord. Controllable Operating Expenses may not rise by more than five percent (5%) from one calendar year to the next.',
  ),
  clause(
    '3.6',
    'Annual Statement and Audit.',
    'By April 30 of each year Landlord shall give Tenant a statement of actual Operating Expenses for the preceding calendar year. An overpayment is credited against the next installments, and an underpayment is due within thirty (30) days after the statement. Within ninety (90) days after receiving a statement Tenant may examine Landlord’s records; if Operating Expenses were overstated by more than four percent (4%), Landlord shall pay the reasonable cost of the examination.',
  ),
  article('4', 'Rent Review'),
  clause(
    '4.1',
    'Review Date.',
    'Base Rent is reviewed once during the Term, as of April 1, 2027 (the “Review Date”). From the Review Date, Base Rent for the rest of the Term is the greater of the amount shown in Schedule 2 and the Base Rent payable immediately before the Review Date increased by the percentage change, over the preceding twenty-four months, in the Consumer Price Index for All Urban Consumers, West Region, published by the United States Bureau of Labor Statistics.',
  ),
  clause(
    '4.2',
    'Cap.',
    'The increase that takes effect on the Review Date may not exceed seven percent (7%) of the Base Rent payable immediately before that date.',
  ),
  clause(
    '4.3',
    'Review Notice.',
    'Landlord shall give Tenant written notice of the reviewed Base Rent, with its calculation, no later than January 15, 2027. If Landlord gives no notice by that date, Base Rent from the Review Date is the amount shown in Schedule 2. Tenant may dispute the calculation within twenty (20) Business Days after receiving the notice, and any dispute is decided by an independent accountant whose fee the parties share equally.',
  ),
  article('5', 'Security Deposit'),
  clause(
    '5.1',
    'Amount.',
    'On signing this Lease Tenant shall deposit $25,350.00 with Landlord as security for the performance of its obligations (the “Security Deposit”). Landlord need not keep the Security Deposit apart from its other funds, and it bears no interest.',
  ),
  clause(
    '5.2',
    'Use.',
    'If Tenant is in default beyond any applicable cure period, Landlord may apply the Security Deposit to overdue Rent or to the reasonable cost of curing the default, and Tenant shall restore the Security Deposit to its full amount within ten (10) Business Days after written demand.',
  ),
  clause(
    '5.3',
    'Return.',
    'Landlord shall return the Security Deposit, less any sums properly applied and with an itemized statement of them, within thirty (30) days after the Term ends and Tenant surrenders the Premises. If Landlord sells the Building, it shall transfer the Security Deposit to the buyer and tell Tenant so in writing.',
  ),
];

const occupation: readonly Block[] = [
  article('6', 'Use of the Premises'),
  clause(
    '6.1',
    'Permitted Use.',
    'Tenant may use the Premises for general offices and for an electronics and calibration laboratory, and for no other purpose without Landlord’s written consent, which Landlord may not unreasonably withhold. The Premises may be used at all hours; the heating and cooling of the common areas may be reduced outside 7 a.m. to 7 p.m. on Business Days.',
  ),
  clause(
    '6.2',
    'Compliance.',
    'Tenant shall comply with laws that apply to its particular use of the Premises and with the reasonable rules of the Building of which it has been given a copy. Landlord is responsible for the compliance of the structure and common areas of the Building with laws on accessibility and fire safety.',
  ),
  clause(
    '6.3',
    'Hazardous Materials.',
    'Tenant may not bring hazardous materials onto the Property, except for calibration gases, solvents and cleaning agents in the quantities customary for a calibration laboratory, which Tenant shall store, use and dispose of lawfully and at its own cost.',
  ),
  article('7', 'Utilities and Services'),
  clause(
    '7.1',
    'Utilities.',
    'Tenant shall pay for electricity used in the Premises as measured by a separate meter. Water, sewer and refuse collection are included in Operating Expenses. If an essential service is interrupted for more than five consecutive Business Days through a cause within Landlord’s reasonable control, Base Rent abates from the sixth Business Day in proportion to the part of the Premises that cannot be used.',
  ),
  clause(
    '7.2',
    'Network Room.',
    'Tenant may install racks, cabling and a supplemental cooling unit in the network room shown in Schedule 1, and may give its information technology contractor access to that room at all hours, provided that each visitor signs the Building’s register.',
  ),
  article('8', 'Repairs and Maintenance'),
  clause(
    '8.1',
    'Landlord’s Repairs.',
    'Landlord shall keep in good repair the roof, foundation, exterior walls, windows and structure of the Building, its common areas, and the plumbing, electrical and life-safety systems up to the point at which they enter the Premises. Landlord shall maintain, repair and replace the central heating, ventilation and air-conditioning system that serves the Premises.',
  ),
  clause(
    '8.2',
    'Tenant’s Repairs.',
    'Tenant shall keep the interior of the Premises in good order and repair, reasonable wear, casualty and Landlord’s obligations excepted. Tenant’s duty covers interior doors, interior glass, floor coverings, light fittings, Tenant’s cabling, and any supplemental cooling unit that Tenant installs, for which Tenant shall hold a service contract with a licensed contractor.',
  ),
  clause(
    '8.3',
    'Notice and Urgent Repairs.',
    'Landlord shall begin a repair for which it is responsible within ten (10) Business Days after written notice, and within twenty-four (24) hours where the condition endangers persons or property or stops Tenant’s business. If Landlord does not do so, Tenant may make the repair after a further written notice of two Business Days and recover the reasonable cost, which it may set off against up to one half of each following installment of Base Rent.',
  ),
  article('9', 'Alterations and Signs'),
  clause(
    '9.1',
    'Alterations.',
    'Tenant may not alter the Premises without Landlord’s written consent, except for cosmetic work that costs less than $15,000.00 in any Lease Year and does not affect the structure or the building systems. Landlord shall answer a request for consent within fifteen (15) Business Days and say, when it consents, whether the alteration must be removed at the end of the Term.',
  ),
  clause(
    '9.2',
    'Liens.',
    'Tenant shall keep the Property free of liens arising from work done for it, and shall discharge or bond any such lien within twenty (20) days after learning of it.',
  ),
  clause(
    '9.3',
    'Signs.',
    'Landlord shall at its cost list Tenant in the lobby directory. Tenant may place its name on the entrance of the Premises in the Building’s standard style, and elsewhere only with Landlord’s consent.',
  ),
  article('10', 'Assignment and Subletting'),
  clause(
    '10.1',
    'Consent.',
    'Tenant may not assign this Lease or sublet all or part of the Premises without Landlord’s prior written consent, which Landlord may not unreasonably withhold, condition or delay. Landlord is deemed to consent if it does not answer within twenty (20) Business Days after receiving a request with the proposed terms and the financial statements of the proposed assignee or subtenant.',
  ),
  clause(
    '10.2',
    'Permitted Transfers.',
    'Tenant may, on ten (10) Business Days’ notice and without consent, assign this Lease or sublet to an entity that controls, is controlled by or is under common control with Tenant, or that acquires substantially all of Tenant’s assets or merges with Tenant, if its tangible net worth is at least that of Tenant on the date of this Lease.',
  ),
  clause(
    '10.3',
    'Excess Rent and Continuing Liability.',
    'Tenant shall pay Landlord fifty percent (50%) of any rent from a sublease that exceeds the Rent for the same space, after deducting brokerage commissions and the cost of improvements. No assignment or sublease releases Tenant from its obligations under this Lease.',
  ),
];

const riskAndOptions: readonly Block[] = [
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

const closing: readonly Block[] = [
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

export const officeLease: Contract = {
  title: 'Office Lease',
  subtitle: 'Suite 210, Kilnrow Yard, 42 Kilnrow Lane, Harrow Falls, Oregon',
  runningHead: 'Office Lease: Kilnrow Yard, Suite 210',
  reference: 'KY-210/2025',
  author: 'Kilnrow Yard Properties LLC',
  signedAt: new Date('2025-02-14T17:00:00Z'),
  blocks: [...opening, ...premisesAndRent, ...occupation, ...riskAndOptions, ...closing, ...officeLeaseSchedules],
};
