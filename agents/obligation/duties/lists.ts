import type { Party } from '../../../core/ports/detector.ts';
import { statementsOf } from '../../../core/reading/direction.ts';
import type { Span } from '../../../core/text/span.ts';
import type { ObligationModality } from '../model/reading.ts';
import type { Claim } from './claims.ts';
import { inDocument, type Sentence } from './sentences.ts';
import { both, type Told, toldIn } from './told.ts';

/** What a list begins with and says of each of its items: "The Tenant shall:". */
export type Lead = {
  readonly sentence: Sentence;
  readonly parties: readonly Party[];
  readonly modality: ObligationModality;
  readonly relieved: boolean;
  readonly surety: number;
  /** Words between the modal and the items that belong to each: "ensure that". */
  readonly words: string;
  readonly condition: string | undefined;
  readonly trigger: string | undefined;
  /** In the document's offsets. */
  readonly when: readonly Span[];
  /** Its sentence, and those of the lists that it is an item of. */
  readonly evidence: readonly Span[];
};

const said = (
  sentence: Sentence,
  { condition, trigger, when }: Told,
): Pick<Lead, 'condition' | 'trigger' | 'when'> => ({
  condition,
  trigger,
  when: when.map((span) => inDocument(sentence, span)),
});

const place = ({ start, end }: Sentence): Span => ({ start, end });

type Open = { readonly lead: Lead; style: string | undefined; readonly heading: string };

/** Keeps track of the lists that a document opens, its sentences given in order. */
export type Lists = {
  /** What the sentence is an item of. */
  leadOf(sentence: Sentence): Lead | undefined;
  open(lead: Lead): void;
};

/** Ways to number to which a marker may belong, the likelier first: "(i)" counts in Roman numerals, or comes after "(h)". */
const stylesOf = (marker: string): readonly string[] => {
  const letters = marker.replace(/[^\p{L}\d]/gu, '');
  const frame = (kind: string): string => (letters === '' ? marker : marker.replace(/[\p{L}\d.]*[\p{L}\d]/u, kind));
  if (/^[ivx]+$/.test(letters)) return letters.length === 1 ? [frame('i'), frame('a')] : [frame('i')];
  if (/^[IVX]+$/.test(letters)) return letters.length === 1 ? [frame('I'), frame('A')] : [frame('I')];
  return [frame(/^\d/.test(letters) ? '1' : /^[a-z]/.test(letters) ? 'a' : 'A')];
};
const firsts = /^\W*(?:a|i|1|[\d.]+\.1)?\W*$/i;

export const createLists = (): Lists => {
  let stack: Open[] = [];
  const none = (): undefined => {
    stack = [];
    return undefined;
  };
  return {
    leadOf: ({ marker, heading }) => {
      if (marker === '' || /^(?:section|clause|article)/i.test(marker)) return none();
      const styles = stylesOf(marker);
      const fresh = stack.at(-1);
      const [style = ''] = styles;
      if (fresh && fresh.style === undefined && fresh.heading === heading && firsts.test(marker)) {
        // What is numbered as its lead is stands beside it and not below.
        if (stylesOf(fresh.lead.sentence.marker).includes(style) && !/[i]/i.test(marker)) stack.pop();
        else {
          fresh.style = style;
          return fresh.lead;
        }
      }
      const known = stack.findLastIndex((open) => open.style !== undefined && styles.includes(open.style));
      stack = stack.slice(0, known + 1);
      const top = stack.at(-1);
      return top?.heading === heading ? top.lead : none();
    },
    open: (lead) => {
      stack.push({ lead, style: undefined, heading: lead.sentence.heading });
    },
  };
};

const opens = /(?::|[-–—]|\b(?:shall|will|must|may|not|to|that|following|either|agrees?|undertakes?|covenants?))\s*$/i;
/** "Provide the following services:": its items are things, and the lead is a duty by itself. */
const enumerates = /\b(?:following|as\s+follows|below)\b/i;
const doFollowing =
  /^[\s,]*(?:(?:also|at\s+all\s+times)\s+)*(?:do|comply\s+with|observe|perform|have|undertake|agree\s+to|be\s+bound\s+by)?\s*(?:each\s+of\s+|all\s+of\s+|any\s+of\s+)?(?:the\s+)?(?:following|as\s+follows)(?:\s+(?:obligations|duties|covenants|acts|things|rules|conditions|rights|actions))?[\s:–—-]*$/i;
/** "Except:", "in the event that:": what follows are cases, and no acts. */
const unfinished =
  /\b(?:if|unless|when|where|upon|event|until|case|provided|except|including|because|after)\b[^,]{0,50}$/i;
const conditional = /\b(?:if|unless|when|where|upon|event|following|until|after|case|provided|except)\b[^,]*$/i;

/** What the sentence opens a list with, from the last of its claims. undefined where it opens none. */
export const leadIn = (sentence: Sentence, claims: readonly Claim[], parties: readonly Party[]): Lead | undefined => {
  const { text } = sentence;
  if (!opens.test(text)) return undefined;
  const last = claims.at(-1);
  if (!last) return agreementIn(sentence, parties);
  if (last.parties.length === 0 || last.undergoer) return undefined;
  const words = text.slice(last.predicate.start, last.predicate.end);
  const told = toldIn(text, [last.ahead, last.predicate]);
  const common = {
    sentence,
    parties: last.parties,
    modality: last.modality,
    relieved: last.relieved,
    surety: last.surety,
    evidence: [place(sentence)],
  };
  if (doFollowing.test(words)) return { ...common, ...said(sentence, told), words: '' };
  if (!/^\s*,/.test(words) && unfinished.test(words)) return undefined;
  const rest = restOf(text, last.predicate, told);
  if (enumerates.test(rest)) return undefined;
  return { ...common, ...said(sentence, told), words: rest };
};

/** The words of a lead that go before each item: without asides, days and conditions. */
const restOf = (text: string, { start, end }: Span, { spans }: Told): string => {
  let words = '';
  for (let at = start; at < end; at++) words += spans.some((span) => at >= span.start && at < span.end) ? '' : text[at];
  return words
    .replace(/^\s*,[^,]*(?:,|:\s*$)/, ' ')
    .replace(/[:,;–—-]+\s*$/, '')
    .replace(/\s+/g, ' ')
    .replace(
      /^\s*(?:at\s+(?:its|their|his|her|your|our)\s+(?:own\s+|sole\s+)?(?:cost|expense)(?:\s+and\s+expense)?|also|hereby|either|both|at\s+all\s+times|in\s+addition|to)\b/i,
      '',
    )
    .trim();
};

/** An item that opens a list of its own: "(b) not:", "(c) in the winter months:". */
export const nestedLead = (lead: Lead, sentence: Sentence): Lead | undefined => {
  if (!opens.test(sentence.text)) return undefined;
  const span = { start: sentence.body, end: sentence.text.length };
  const told = toldIn(sentence.text, [span]);
  const words = restOf(sentence.text, span, told);
  if (enumerates.test(words)) return undefined;
  const negated = lead.words === '' && /^(?:not|never|refrain\s+from)\b/i.test(words);
  const own = words.replace(/^(?:(?:not|never|refrain\s+from)\b\s*)(?:to\b\s*)?/i, '');
  return {
    ...lead,
    modality: negated && lead.modality === 'obligation' ? 'prohibition' : lead.modality,
    words: `${lead.words} ${own}`.trim(),
    condition: both(lead.condition, told.condition),
    trigger: both(lead.trigger, told.trigger),
    when: [...lead.when, ...told.when.map((span) => inDocument(sentence, span))],
    evidence: [place(sentence), ...lead.evidence],
    sentence,
  };
};

/** "The Distributor undertakes:", "The Tenant agrees with the Landlord as follows:". */
const agreementIn = (sentence: Sentence, parties: readonly Party[]): Lead | undefined => {
  const last = statementsOf(sentence.text, parties).at(-1);
  if (
    // \"The parties agree as follows:\" begins the contract, and no list.
    last?.modality !== 'act' ||
    last.actor?.parties.length !== 1 ||
    last.actor.either ||
    !/^(?:agree|undertake|covenant|promise)s?\b.{0,80}:\s*$/i.test(last.predicate)
  )
    return undefined;
  return {
    sentence,
    parties: last.actor.parties,
    modality: 'obligation',
    relieved: false,
    surety: 0.9,
    words: '',
    evidence: [place(sentence)],
    ...said(sentence, toldIn(sentence.text, [{ start: sentence.body, end: last.start }])),
  };
};

/** A number in brackets after a word repeats it: "two (2) hours". */
const inline =
  /(?<![\p{L}\p{N}])\(([a-z]{1,2}|[ivx]{1,5}|(?<!\b\p{L}+\s\()\d{1,2}|(?<=\b(?:and|or)\s\()\d{1,2})\)\s+/giu;
const sequences = [
  [...'abcdefghijklmnopqrstuvwxyz'],
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'],
  Array.from({ length: 30 }, (_, index) => String(index + 1)),
];

export type InlineList = { readonly ahead: Span; readonly items: readonly Span[] };

/** The items of a list within a predicate: "(a) maintain its office, (b) deliver its accounts and (c) …". */
export const inlineList = (
  text: string,
  { start, end }: Span,
  modality: ObligationModality,
): InlineList | undefined => {
  const marks = [...text.slice(start, end).matchAll(inline)];
  const [first, second] = marks;
  if (!first || !second) return undefined;
  const sequence = sequences.find(
    ([one, two]) => one === first[1]?.toLowerCase() && marks.some(({ 1: mark }) => mark?.toLowerCase() === two),
  );
  if (!sequence) return undefined;
  const ahead = { start, end: start + first.index };
  const before = text.slice(ahead.start, ahead.end);
  if (conditional.test(before) || enumerates.test(before) || before.length > 90) return undefined;
  const own: RegExpExecArray[] = [];
  for (const mark of marks) if (mark[1]?.toLowerCase() === sequence[own.length]) own.push(mark);
  if (own.length < 2) return undefined;
  const items = own.map((mark, index) => ({
    start: start + mark.index + mark[0].length,
    end: start + (own[index + 1]?.index ?? end - start),
  }));
  // One of several is not each of them.
  const alternatives = items.slice(0, -1).some((item) => /\bor\s*$/i.test(text.slice(item.start, item.end)));
  if (alternatives && modality === 'obligation') return undefined;
  return items.some((item) => item.end - item.start < 8) ? undefined : { ahead, items };
};
