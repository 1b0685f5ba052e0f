/** Short documents of our own for the tests of search and ask. */
export const lease = `LEASE AGREEMENT

This Lease is made on 3 May 2021 between Harbour Estates Ltd. (the "Landlord") and Mara Lind (the "Tenant").

1. Rent. The Tenant shall pay a monthly rent of EUR 1,450, due on the first day of each month. The Landlord may raise the rent once a year by no more than 3 per cent.

2. Deposit. The Tenant shall pay a security deposit of EUR 4,350 before moving in. The Landlord shall return it within sixty (60) days after the Tenant has left.

3. Insurance. The Tenant shall maintain liability insurance for the flat. The Tenant pays for it.

4. Term. The lease begins on 1 June 2021 and ends on 31 May 2024. It does not renew by itself.

5. Subletting. The Tenant may not sublet the flat without the written consent of the Landlord.

6. Governing Law. This Lease is governed by the laws of Denmark.`;

export const services = `SERVICES AGREEMENT

This Services Agreement is made on 12 January 2022 between Brightwater Cleaning GmbH (the "Supplier") and Olsen Foods AS (the "Customer").

1. Services. The Supplier shall clean the offices of the Customer on each working day.

2. Fees. The Customer shall pay EUR 2,900 a month within thirty (30) days after the date of the invoice. Late payments bear interest of 8 per cent a year.

3. Termination. Either party may terminate this agreement for convenience with ninety (90) days' written notice.

4. Liability. The Supplier's liability is limited to EUR 50,000 in each year.

5. Governing Law. This agreement is governed by the laws of Norway.`;

export const river = `The Orlen is a river in the north. It rises on the slopes of Mount Tessa and flows for 212 kilometres to the sea.

The first bridge over the Orlen was built in 1873 by the engineer Ida Kvist. It fell in the flood of 1911 because its piers stood in loose sand.

Salmon return to the river each spring. Some 40,000 fish were counted in 2019.`;
