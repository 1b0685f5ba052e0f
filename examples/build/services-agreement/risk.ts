import { article, type Block, clause } from '../blocks.ts';

export const risk: readonly Block[] = [
  article('7', 'Confidentiality'),
  clause(
    '7.1',
    'Obligation.',
    'Each party shall keep the other’s non-public information confidential, use it only to perform or receive the Services, and disclose it only to personnel and advisers who need it for that purpose and are bound by similar duties. Customer Data and the designs of Customer’s instruments are Customer’s confidential information.',
  ),
  clause(
    '7.2',
    'Exceptions.',
    'Section 7.1 does not apply to information that is or becomes public without breach, that the recipient lawfully had or independently developed, or that a court or authority requires to be disclosed, if the recipient gives prompt notice where the law allows it.',
  ),
  clause(
    '7.3',
    'Duration.',
    'The duties in this Section continue for three (3) years after this Agreement ends, and for trade secrets for as long as they remain trade secrets.',
  ),
  article('8', 'Data Protection and Security'),
  clause(
    '8.1',
    'Ownership and Use.',
    'Customer owns Customer Data. Provider shall process Customer Data only on Customer’s documented instructions, shall store it only in the United States, and shall not use it to train any model or for any purpose other than the Services.',
  ),
  clause(
    '8.2',
    'Safeguards.',
    'Provider shall encrypt Customer Data in transit and at rest, require multi-factor authentication for administrative access, review access rights every quarter, and have an independent auditor examine its controls each year and give Customer the report.',
  ),
  clause(
    '8.3',
    'Security Incidents.',
    'Provider shall notify Customer of any unauthorized access to Customer Data within forty-eight (48) hours after becoming aware of it, by telephone to 555-0164 and in writing, and shall investigate it, limit its effects and give Customer the information that Customer needs to meet its own duties of notice.',
  ),
  clause(
    '8.4',
    'Return and Deletion.',
    'Within thirty (30) days after this Agreement ends Provider shall return Customer Data in a usable format, delete its own copies, and certify the deletion in writing.',
  ),
  article('9', 'Indemnification'),
  clause(
    '9.1',
    'By Provider.',
    'Provider shall indemnify, defend and hold Customer harmless from claims of third parties that arise from a breach of Section 7 or 8 by Provider, from an allegation that the Services infringe intellectual property, or from the gross negligence or willful misconduct of its personnel.',
  ),
  clause(
    '9.2',
    'By Customer.',
    'Customer shall indemnify, defend and hold Provider harmless from claims of third parties that software or data supplied by Customer infringes intellectual property.',
  ),
  clause(
    '9.3',
    'Procedure.',
    'The party seeking indemnity shall give prompt notice of the claim, leave its defense to the other, and cooperate at the other’s cost. No settlement that admits fault on its behalf binds it without its consent.',
  ),
  article('10', 'Limitation of Liability'),
  clause(
    '10.1',
    'Excluded Damages.',
    'Neither party is liable to the other for indirect, incidental, special, punitive or consequential damages, or for lost profits, even if it was told that they were possible.',
  ),
  clause(
    '10.2',
    'Cap.',
    'The total liability of each party under this Agreement is limited to the fees paid and payable in the twelve (12) months before the event that gave rise to the claim.',
  ),
  clause(
    '10.3',
    'Exceptions.',
    'Sections 10.1 and 10.2 do not limit liability for gross negligence or willful misconduct, the duties to indemnify in Section 9, or Customer’s duty to pay fees. For a breach of Section 7 or 8, the limit in Section 10.2 is three times as high.',
  ),
  article('11', 'Insurance'),
  clause(
    '11.1',
    'Provider’s Insurance.',
    'Provider shall maintain commercial general liability insurance of at least $1,000,000 per occurrence and professional and cyber liability insurance of at least $3,000,000 per claim, and shall give Customer certificates on request.',
  ),
];
