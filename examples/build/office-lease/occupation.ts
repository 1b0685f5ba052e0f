import { article, type Block, clause } from '../blocks.ts';

export const occupation: readonly Block[] = [
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
