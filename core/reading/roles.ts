/** What parties are called by what they do in a contract, in the singular. */
const roleWords = [
  'Landlord',
  'Tenant',
  'Lessor',
  'Lessee',
  'Sublessor',
  'Sublessee',
  'Licensor',
  'Licensee',
  'Franchisor',
  'Franchisee',
  'Employer',
  'Employee',
  'Company',
  'Corporation',
  'Consultant',
  'Contractor',
  'Subcontractor',
  'Customer',
  'Client',
  'Provider',
  'Service Provider',
  'Supplier',
  'Vendor',
  'Seller',
  'Buyer',
  'Purchaser',
  'Manufacturer',
  'Distributor',
  'Reseller',
  'Dealer',
  'Agent',
  'Agency',
  'Principal',
  'Publisher',
  'Author',
  'Developer',
  'Sponsor',
  'Promoter',
  'Artist',
  'Talent',
  'Lender',
  'Borrower',
  'Guarantor',
  'Insurer',
  'Insured',
  'Policyholder',
  'Policy Holder',
  'Member',
  'Subscriber',
  'User',
  'Operator',
  'Owner',
  'Shipper',
  'Carrier',
  'Hirer',
  'Bailor',
  'Bailee',
  'Mortgagor',
  'Mortgagee',
  'Assignor',
  'Assignee',
  'Transferor',
  'Transferee',
  'Investor',
  'Adviser',
  'Advisor',
  'Trustee',
  'Executive',
  'Worker',
  'Partner',
  'Host',
  'Guest',
  'Parent',
  'Resident',
  'Occupier',
  'Student',
  'School',
  'Association',
  'Bank',
  'Fund',
  'Professional',
  'Celebrity',
  'Athlete',
  'Recipient',
  'Grantor',
  'Grantee',
  'Transporter',
  'Administrator',
  'Servicer',
  'Builder',
  'Architect',
  'Promisor',
  'Promisee',
] as const;

const plural = (role: string): string =>
  role.endsWith('y') ? `${role.slice(0, -1)}ies` : role.endsWith('s') ? role : `${role}s`;

/** Matches a role word, singular or plural, in any case. For use inside a larger pattern. */
export const rolePattern = `(?:${[...roleWords, ...roleWords.map(plural)]
  .toSorted((a, b) => b.length - a.length)
  .map((role) => role.replace(' ', '\\s+'))
  .join('|')})`;

const roles: ReadonlySet<string> = new Set([...roleWords, ...roleWords.map(plural)].map((role) => role.toLowerCase()));

/** Whether the words are nothing but a role: "Tenant", "the Service Provider", "LICENSEES". */
export const isRole = (words: string): boolean =>
  roles.has(
    words
      .trim()
      .replace(/^the\s+/i, '')
      .replace(/\s+/g, ' ')
      .toLowerCase(),
  );
