/** Short documents of our own for the tests of the risk agent. */
export const supply = `SUPPLY AGREEMENT

This Supply Agreement is made on 12 January 2024 between Brightwater Tools GmbH (the "Supplier") and Olsen Foods AS (the "Customer").

1. Delivery. The Supplier shall deliver the goods within ten days of each order.

2. Payment. The Customer shall pay each invoice within 30 days.

3. Liability. The Customer's liability under this agreement is unlimited.

4. Termination. Either party may end this agreement by 90 days' written notice.

5. Renewal. The agreement renews each year unless a party gives 150 days' notice.`;

export const amendment = `AMENDMENT NO. 1 TO THE SUPPLY AGREEMENT

This Amendment No. 1 is made on 3 March 2025 between Brightwater Tools GmbH (the "Supplier") and Olsen Foods AS (the "Customer"). It amends the Supply Agreement made between them on 12 January 2024.

1. Payment. The Customer shall pay each invoice within 45 days.

2. Law. The laws of Norway govern the agreement.`;

export const letter = `Dear neighbours,

the hedge between our gardens will be cut in March. It is governed by nobody but the two of us.`;
