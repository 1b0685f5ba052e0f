import { percent } from '../overview/render.ts';
import { policyText } from '../policy/text.ts';
import type { PolicyView } from '../policy/view.ts';
import type { Report, ReportedDocument, ReportedFinding, ReportedQuote } from './model.ts';

/** What both forms of a report say in the same words. */

/** The document, where the report is about a single one. */
export const singleOf = ({ documents, quiet }: Report): ReportedDocument | undefined =>
  documents.length + quiet.length === 1 ? documents[0] : undefined;

export const titleOf = (report: Report): string => {
  const single = singleOf(report);
  return single === undefined ? `${report.summary.documents} documents` : (single.title ?? single.name);
};

/** "26 November 2026, 10:57 UTC". */
export const dayText = (instant: string): string => {
  const [year = '', month = '', day = ''] = instant.slice(0, 10).split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`;
};
export const instantText = (instant: string): string => `${dayText(instant)}, ${instant.slice(11, 16)} UTC`;

const months = 'January February March April May June July August September October November December'.split(' ');

export const kindText = ({ kind, kind_probability: probability }: ReportedDocument): string =>
  `${kindNames[kind]} (detected, ${percent(probability)} sure)`;

const kindNames: Readonly<Record<ReportedDocument['kind'], string>> = {
  lease: 'Lease',
  services: 'Services agreement',
  supply: 'Supply agreement',
  distribution: 'Distribution agreement',
  licence: 'Licence agreement',
  nda: 'Confidentiality agreement',
  employment: 'Employment agreement',
  loan: 'Loan agreement',
  insurance: 'Insurance',
  policy: 'Policy',
  invoice: 'Invoice',
  letter: 'Letter',
  other: 'Document of no special kind',
};

export const categoryText = (category: string): string => {
  const words = category.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** "page 3", or what a reader calls the page; with the document's name where it is another one. */
export const placeText = ({ page, pageLabel, document_name: name }: ReportedQuote): string =>
  [
    ...(name === undefined ? [] : [name]),
    pageLabel === undefined ? `page ${page}` : `page ${page} (${pageLabel})`,
  ].join(', ');

/** Where a finding stands, in a table. */
export const whereText = ({ kind, evidence: [first] }: ReportedFinding): string =>
  kind === 'missing' || first === undefined ? 'missing' : placeText(first);

export const readerText = (reader: ReportedDocument['reader']): string =>
  reader === null
    ? 'Not named: what hurts either side is here.'
    : `${reader.name}; what hurts only the others is left out.`;

/** How it came about and how far it can be trusted, a sentence or two each. */
export const methodText = ({ detectors, minSeverity, madeAt, notes }: Report): readonly string[] => [
  `Made on ${instantText(madeAt)} by Dossier, which looked for ${detectors} kinds of risk.` +
    (minSeverity === 'low' ? '' : ` What is less severe than ${minSeverity} is left out.`),
  'Every quote was checked, character for character, against the text of the document. What could not be checked is not in here.',
  'How sure it is, is the estimate of the detector that the clause is there, or missing, as stated. It says nothing of how bad that is; severity does, for those whom it hurts.',
  ...notes,
  'A program made this. It may overlook risks, and it is no legal advice.',
];

export const policyLines = (policy: PolicyView): readonly string[] => {
  const lines = policyText(policy);
  const { updated_at: at, updated_by: by } = policy;
  if (lines.length === 0) return ['All detectors ran with their defaults.'];
  return [...lines, ...(at === null ? [] : [`Last changed on ${dayText(at)} by ${by}.`])];
};

/** Above what a chat model proposes. */
export const candidateNote =
  'No detector found these. Their quotes were checked like all others; nobody knows how sure they are. Judge for yourself.';
