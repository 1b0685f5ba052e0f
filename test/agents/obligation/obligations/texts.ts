/** Starts 1 March 2025, ends 28 February 2027; the rent is due monthly; one deadline waits for an invoice, and notice is 90 days. */
export const lease = `LEASE AGREEMENT

This Lease Agreement is made on 1 March 2025 between Kestrel Yards Ltd (the "Landlord") and Olsen Foods AS (the "Tenant").

1. Term. This Lease takes effect on 1 March 2025 and continues until 28 February 2027. It renews automatically for successive terms of one year unless either party gives written notice of non-renewal at least 90 days before the end of the then current term.

2. Rent. The Tenant shall pay the rent no later than the 5th of each month.

3. Repairs. The Tenant shall pay for repairs within 30 days after receipt of the invoice.

4. Insurance. The Tenant shall deliver the certificate of insurance to the Landlord no later than 20 March 2026.

5. Use. The Tenant shall not sublet the premises.
`;
