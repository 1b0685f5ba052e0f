import { article, type Block, clause } from '../blocks.ts';

export const money: readonly Block[] = [
  article('6', 'Fees and Payment'),
  clause(
    '6.1',
    'Monthly Fee.',
    'Customer shall pay Provider a fee of $6,200.00 per month for up to sixty (60) Users (the “Monthly Fee”), plus $85.00 per month for each further User.',
  ),
  clause(
    '6.2',
    'Invoices.',
    'Provider shall invoice the Monthly Fee on the first day of the month to which it relates, and other sums at the end of the month in which the work was done, by e-mail to payables@brindlewick.example.com. An invoice must name the purchase order and itemize any work under a change order.',
  ),
  clause(
    '6.3',
    'Payment.',
    'Customer shall pay each undisputed invoice within forty-five (45) days after the invoice date.',
  ),
  clause(
    '6.4',
    'Late Payment.',
    'An undisputed sum that is not paid when due bears interest at one percent (1%) per month from the due date until paid. Provider may suspend the Services only if an undisputed sum is more than thirty (30) days overdue and Provider has given ten business days’ written notice of its intention.',
  ),
  clause(
    '6.5',
    'Disputed Invoices.',
    'Customer may withhold a sum that it disputes in good faith if it tells Provider the reason in writing before the due date. The parties shall try to settle the dispute within thirty (30) days.',
  ),
  clause(
    '6.6',
    'Travel.',
    'Travel within forty miles of Harrow Falls is included in the Monthly Fee. Provider is reimbursed for other travel only if Customer approved it in writing beforehand, and only within the limits of Customer’s Travel and Expense Policy.',
  ),
  clause(
    '6.7',
    'Taxes.',
    'Fees do not include sales or use taxes, which Customer shall pay where the law requires it. Each party bears the taxes on its own income and property.',
  ),
];
