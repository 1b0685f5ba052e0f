import type { SheetCell, WorkbookSheet } from './spreadsheet.ts';

/**
 * The invoice for August 2026 under the Managed IT Services Agreement as its amendment changed it: 77 users are two more
 * than the fee covers; July's availability of 98.9 percent is one full half point short of 99.5, which is a credit of 5%.
 */
const label = (text: string): SheetCell => ({ text, bold: true });
const text = (value: string): SheetCell => ({ text: value });
const dollars = (value: number, bold = false): SheetCell => ({ number: value, format: 'dollars', bold });
const count = (value: number): SheetCell => ({ number: value });
const day = (iso: string): SheetCell => ({ day: iso });

const monthlyFee = 6850;
const furtherUsers = 2;
const perFurtherUser = 80;
const credit = -0.05 * monthlyFee;
const total = monthlyFee + furtherUsers * perFurtherUser + credit;

const invoice: WorkbookSheet = {
  name: 'Invoice',
  widths: [12, 58, 12, 16, 16],
  rows: [
    [{ text: 'INVOICE', bold: true }],
    [label('Nimbury Managed Systems, LLC')],
    [text('7 Lanternmast Court, Harrow Falls, Oregon')],
    [text('billing@nimbury.example.com, 555-0127')],
    [],
    [label('Invoice no.'), text('NMS-2026-0417')],
    [label('Invoice date'), day('2026-08-01')],
    [label('Due date'), day('2026-08-31')],
    [label('Purchase order'), text('BI-PO-26-0188')],
    [label('Agreement'), text('NMS-2025-041 with Amendment No. 1 (NMS-2025-041/A1)')],
    [label('Bill to'), text('Brindlewick Instruments, Inc., Suite 210, 42 Kilnrow Lane, Harrow Falls, Oregon')],
    [label('Sent to'), text('payables@brindlewick.example.com')],
    [],
    [label('Line'), label('Description'), label('Quantity'), label('Unit price'), label('Amount')],
    [count(1), text('Monthly Fee for August 2026, up to 75 Users'), count(1), dollars(monthlyFee), dollars(monthlyFee)],
    [
      count(2),
      text('Further Users in August 2026 (77 Users in all)'),
      count(furtherUsers),
      dollars(perFurtherUser),
      dollars(furtherUsers * perFurtherUser),
    ],
    [
      count(3),
      text('Service level credit for July 2026: availability 98.9 percent, 5% of the Monthly Fee'),
      count(1),
      dollars(credit),
      dollars(credit),
    ],
    [null, label('Total due'), null, null, dollars(total, true)],
    [],
    [text('If this invoice is paid by August 11, 2026, one percent of the Monthly Fee ($68.50) may be deducted.')],
    [
      text(
        'Sums paid after the due date bear interest at one percent per month from that date until paid (Section 6.4).',
      ),
    ],
    [text('A sum in dispute may be withheld if the reason reaches us in writing before the due date (Section 6.5).')],
    [text('No sales tax is charged in Oregon.')],
  ],
};

const serviceLevels: WorkbookSheet = {
  name: 'Service levels July 2026',
  widths: [34, 18, 18, 14],
  rows: [
    [label('Service level'), label('Agreed'), label('Achieved'), label('Incidents')],
    [text('Availability'), { number: 0.995, format: 'percent' }, { number: 0.989, format: 'percent' }, null],
    [text('P1 restoration, longest'), text('4 hours'), text('3 hours 40 min'), count(1)],
    [text('P2 restoration, longest'), text('8 hours'), text('5 hours 15 min'), count(3)],
    [text('P3 restoration, longest'), text('2 business days'), text('1 business day'), count(21)],
    [text('P4 restoration, longest'), text('5 business days'), text('3 business days'), count(46)],
  ],
};

export const invoiceSheets: readonly WorkbookSheet[] = [invoice, serviceLevels];
