import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { invoiceSheets } from './invoice.ts';
import { mailBytes } from './mail.ts';
import { officeLease } from './office-lease.ts';
import { operatingExpenses } from './operating-expenses.ts';
import { contractPdf } from './pdf.ts';
import { powerLetter } from './power-letter.ts';
import { propertyManagerEmail } from './property-manager-email.ts';
import { scannedLetter } from './scan.ts';
import { servicesAgreement } from './services-agreement.ts';
import { servicesAgreementAmendment } from './services-agreement-amendment.ts';
import { workbookXlsx } from './spreadsheet.ts';
import { contractDocx } from './word.ts';

/** The example documents that cannot be written by hand, by file name. Each call gives the same bytes. */
export async function buildExampleDocuments(): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map([
    ['office-lease.pdf', await contractPdf(officeLease)],
    ['power-interruption-letter.png', await scannedLetter(powerLetter)],
    ['services-agreement.docx', await contractDocx(servicesAgreement)],
    ['invoice-2026-0417.xlsx', workbookXlsx('Invoice NMS-2026-0417', 'Nimbury Managed Systems, LLC', invoiceSheets)],
    ['services-agreement-amendment-1.pdf', await contractPdf(servicesAgreementAmendment)],
    ['property-manager-email.eml', mailBytes(propertyManagerEmail(await contractPdf(operatingExpenses)))],
  ]);
}

if (import.meta.main) {
  const folder = fileURLToPath(new URL('../documents/', import.meta.url));
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of await buildExampleDocuments()) {
    await writeFile(`${folder}${name}`, bytes);
    process.stdout.write(`examples/documents/${name}: ${bytes.length} bytes\n`);
  }
}
