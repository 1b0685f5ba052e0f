import type { TextStyle } from '../../../../core/capability/capability.ts';
import type { EvidenceView } from '../../../../core/evidence/evidence-view.ts';
import { wrap } from '../../../../core/text/wrap.ts';
import type { TermName } from '../../model/terms.ts';
import type { DocumentTermsView, TermView } from './view.ts';

const titles: Readonly<Record<TermName, string>> = {
  agreementDate: 'Agreement date',
  effectiveDate: 'Effective date',
  expirationDate: 'Expiration',
  term: 'Term',
  renewalTerm: 'Renewal',
  noticePeriod: 'Notice period',
  noticeDeadline: 'Last day for notice',
  governingLaw: 'Governing law',
};
const column = Math.max(...Object.values(titles).map((title) => title.length)) + 2;
/** A quote in a table is there to be recognized: the whole of it is in the JSON. */
const longestQuote = 260;

/** The terms of a document as a person reads them: a table with the arithmetic, each row with its quotes. */
export const termsText = (view: DocumentTermsView, style: TextStyle): string => {
  const { name, document_id: id, as_of: asOf, terms, current, changes, amends, parties, facts, open } = view;
  const lines = [`${style.bold(name)}  ${style.dim(id)}`];
  if (amends !== null)
    lines.push(style.dim(`It amends ${amends.name}: ask for that one to see what holds (${amends.document_id}).`));
  if (terms.length === 0) lines.push(style.dim('It states no term that is looked for.'));
  for (const party of parties) {
    const called = party.aliases.length === 0 ? '' : ` (${party.aliases.map((alias) => `“${alias}”`).join(', ')})`;
    lines.push(row('Party', `${party.name}${called}`, style));
  }
  const shown = new Set<string>();
  for (const term of terms) lines.push(...termLines(term, shown, style));
  if (current !== null && asOf !== null) {
    const state = current.over
      ? `over since ${current.ends}`
      : `${current.renewals === 0 ? 'the first term' : `renewal ${current.renewals}`}, ends ${current.ends}`;
    lines.push(row(`On ${asOf}`, current.renewals === 0 ? state : `${state}  (${current.explanation})`, style));
  }
  for (const change of changes) {
    const from = change.day === null ? '' : ` from ${change.day}`;
    const what = change.terms.map((each) => titles[each].toLowerCase()).join(', ');
    lines.push('', style.bold(`Changed by ${change.name}${from}: ${what}`));
    for (const each of change.replaced) lines.push(style.dim('    was'), quoted(each, style));
    for (const each of change.evidence) lines.push(style.dim('    is'), quoted(each, style));
  }
  for (const fact of facts) {
    lines.push(
      row('You said', `${fact.name}: ${fact.day ?? 'taken back'} (${fact.by}, ${fact.at.slice(0, 10)})`, style),
    );
  }
  for (const needed of open) {
    lines.push('', style.bad(`Open: ${needed} is not in the document.`));
    lines.push(style.dim(`  dossier terms set ${id} --fact "${needed}" --date YYYY-MM-DD`));
  }
  return lines.join('\n');
};

const row = (title: string, text: string, style: TextStyle): string => {
  const [first = '', ...more] = wrap(text, Math.max(30, style.width - column - 2)).split('\n');
  return [`  ${title.padEnd(column)}${first}`, ...more.map((line) => `  ${' '.repeat(column)}${line}`)].join('\n');
};

const termLines = (term: TermView, shown: Set<string>, style: TextStyle): string[] => {
  const value = term.value ?? (term.needs === null ? 'open' : `open: needs ${term.needs}`);
  const why = saysMore(term) ? `  (${term.explanation})` : '';
  const lines = [row(titles[term.name], `${value}${why}`, style)];
  if (term.assumed !== null) {
    const { explanation, confidence } = term.assumed;
    lines.push(row('', `assumed, not stated: ${explanation} (${Math.round(confidence * 100)}% sure)`, style));
  }
  // The same sentence is quoted once.
  for (const each of term.evidence) {
    const key = `${each.document_id}:${each.start}`;
    if (shown.has(key)) continue;
    shown.add(key);
    lines.push(quoted(each, style));
  }
  return lines;
};

const saysMore = ({ explanation, value, needs }: TermView): boolean =>
  explanation !== '' &&
  explanation !== needs &&
  explanation !== value &&
  !/^(?:agreement|effective) \d{4}-\d\d-\d\d$/.test(explanation) &&
  !explanation.startsWith('the law of');

const quoted = ({ quote, page, document_name: name }: EvidenceView, style: TextStyle): string => {
  const plain = quote.replace(/\s+/g, ' ');
  const short = plain.length <= longestQuote ? plain : `${plain.slice(0, longestQuote).replace(/\s\S*$/, '')} …`;
  return style.dim(wrap(`“${short}” ${name === undefined ? '' : `${name}, `}page ${page}`, style.width, '      '));
};
