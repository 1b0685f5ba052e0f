import type { ReadDocument } from '../../../../core/ports/detector.ts';
import type { Anchor } from '../../model/deadline.ts';
import type { TermName } from '../../model/terms.ts';
import { anchorIn, definedDay } from '../../terms/read/points/anchors.ts';
import { absoluteIn } from './absolute.ts';
import type { Circumstances } from './stated.ts';

const contract =
  '(?:agreement|contract|lease|licen[cs]e|tenancy|policy|plan|engagement|employment|subscription|loan|facility|arrangement|hereof|deed)';
const period = `(?:(?:then[- ]?)?(?:current|existing|initial|original|first|applicable|renewal|extended|fixed|contract|lease|licen[cs]e|relevant|any|each|such|subscription|tenancy|policy)[\\s,-]+(?:or\\s+|and\\s+)?){0,4}(?:term|period|renewal\\s+term|${contract})`;
/** The end of the contract, or of the period that runs: not its termination alone, which may come sooner. */
const expiration = new RegExp(
  `^(?:the\\s+|its\\s+|any\\s+|such\\s+)?(?:(?:scheduled|stated|initial|natural|then[- ]current)\\s+)*(?:date\\s+of\\s+)?(?:(?:termination|cancellation)\\s+or\\s+(?:the\\s+)?)?(?:expir(?:y|ation)|end|close|conclusion|lapse|ending)(?:\\s+or\\s+(?:earlier\\s+|sooner\\s+|other\\s+)?(?:termination|cancellation|renewal))?(?:\\s+date)?(?:\\s+(?:of|to)\\s+(?:the\\s+|this\\s+|its\\s+|your\\s+|our\\s+|his\\s+|her\\s+|their\\s+|any\\s+|each\\s+|such\\s+)?${period}\\b.*|\\s+(?:thereof|hereof)|\\s*\\.?\\s*)$|^(?:the\\s+)?(?:expir(?:y|ation)|termination\\s+or\\s+expir(?:y|ation))\\s+date\\b|^(?:this|the|such)\\s+(?:then[- ]current\\s+)?(?:agreement|contract|lease|term|policy|licen[cs]e|tenancy|subscription)\\s+(?:expires|ends|is\\s+(?:due|scheduled|set)\\s+to\\s+(?:expire|end|renew)|(?:automatically\\s+)?renews)\\b|^(?:the\\s+)?(?:(?:next|automatic|any|each|such|applicable)\\s+)*(?:renewal|renewal\\s+date)(?:\\s+(?:date|of\\s+(?:the\\s+|this\\s+)?${period}))?\\s*$|^(?:the\\s+)?(?:beginning|start|commencement)\\s+of\\s+(?:the\\s+|any\\s+|each\\s+|a\\s+)?(?:next\\s+|new\\s+|following\\s+)?(?:renewal|extension)\\s+(?:term|period)`,
  'i',
);
const invoiceDate = /^(?:the\s+)?(?:date\s+of\s+(?:this|the)\s+invoice|invoice\s+date)\b/i;
const signing =
  /^(?:the\s+)?(?:(?:date|day)\s+of\s+(?:the\s+)?)?(?:signing|signature|execution|conclusion|signing\s+date)\s+of\s+(?:this|the)\s+(?:agreement|contract|lease)\b/i;
const ofSomethingElse = new RegExp(
  `^\\s*,?\\s*(?:of|for|in|under)\\s+(?!(?:this|the|the\\s+present)\\s+${contract}\\b)`,
  'i',
);
const startsOwn = 14;

/** What a text says that something counts from: in its words, with its day or the term that dates it, where there is one. */
export const anchorOf = (
  words: string,
  { document, conventions }: Pick<Circumstances, 'document' | 'conventions'>,
): Anchor => {
  const event = tidy(words);
  const unknown: Anchor = { event, term: null, date: null, source: 'unknown' };
  const ofTerm = (term: TermName): Anchor => ({ ...unknown, term });
  if (expiration.test(event)) return ofTerm('expirationDate');
  const day = absoluteIn(event, conventions);
  if (day !== undefined && day.date !== null && day.start <= startsOwn && !/^(?:receipt|delivery)\b/i.test(event)) {
    return { ...unknown, date: day.date, source: 'terms' };
  }
  if (invoiceDate.test(event)) return dated(unknown, document, 'Invoice Date');
  if (signing.test(event)) return ofTerm('agreementDate');
  const found = anchorIn(document, event, 0, false);
  if (found === undefined || found.start > 4 || /^(?:receipt|delivery|the\s+receipt)\b/i.test(event)) return unknown;
  // "The effective date of such notice" is not that of the contract.
  if (ofSomethingElse.test(event.slice(found.end))) return unknown;
  const { anchor } = found;
  if (anchor.kind === 'day') return { ...unknown, date: anchor.iso, source: 'terms' };
  if (anchor.kind === 'effectiveDate' || anchor.kind === 'agreementDate') return ofTerm(anchor.kind);
  return unknown;
};

const dated = (unknown: Anchor, document: ReadDocument, name: string): Anchor => {
  const { anchor } = definedDay(document, name);
  if (anchor.kind === 'day') return { ...unknown, date: anchor.iso, source: 'terms' };
  return anchor.kind === 'event' ? unknown : { ...unknown, term: anchor.kind };
};

const tidy = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:–-]+|[\s,;:.–-]+$/g, '')
    .trim();

/** What must be said to date an event, for people: "the day on which the invoice is received". */
export const needOf = (event: string): string => {
  const received = /^(?:the\s+)?receipt(?:\s+by\s+[^,]{2,40}?)?\s+of\s+(.+)$/i.exec(event)?.[1];
  if (received !== undefined) {
    return `the day on which ${received}${/^(?:the|an?|such|any|each|this|that|its|his|her|their|our|your)\b/i.test(received) ? ' is' : ' was'} received`;
  }
  if (/^(?:the\s+)?receipt$/i.test(event)) return 'the day of receipt';
  if (/^(?:the\s+)?(?:[\p{L}'-]+\s+){0,3}(?:date|day)\b/iu.test(event) && !clause.test(event))
    return event.replace(/^(?!the\b)/i, 'the ');
  if (clause.test(event)) return `the day on which ${event}`;
  return `the day of ${event}`;
};

/** "you move", "the Disclosing Party asks for them": a subject and its verb. */
const clause =
  /^(?:(?:you|we|it|they|he|she|I)\s|(?:the|an?|such|that|this|any|each|either|its)\s+(?:[\p{L}'-]+\s+){1,4}(?:is|are|was|were|has|have|had|asks?|requests?|gives?|receives?|becomes?|occurs?|expires?|ends|terminates?|leaves?|moves?|makes?|delivers?|notifies|pays|signs|accepts|rejects|learns?|begins|starts|arrives?|falls?|fails?|ceases?|discovers?)\b)/iu;
