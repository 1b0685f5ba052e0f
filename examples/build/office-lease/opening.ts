import { type Block, heading, items, paragraph } from '../blocks.ts';

export const opening: readonly Block[] = [
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
