import { article, type Block, clause } from '../blocks.ts';

export const premisesAndRent: readonly Block[] = [
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
