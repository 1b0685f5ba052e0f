import { conventionsOf } from '../../../../agents/obligation/deadlines/read/conventions.ts';
import { readDeadline } from '../../../../agents/obligation/deadlines/read/read-deadline.ts';
import { type Holidays, loadHolidays } from '../../../../agents/obligation/deadlines/resolve/holidays.ts';
import { resolveDeadline } from '../../../../agents/obligation/deadlines/resolve/resolve-deadline.ts';
import type { Deadline, StatedDeadline } from '../../../../agents/obligation/model/deadline.ts';
import type { DocumentTerms, Renewal, Term, TermName } from '../../../../agents/obligation/model/terms.ts';
import type { DocumentKind } from '../../../../core/ports/detector.ts';
import { readText } from '../../../support/read-text.ts';

type Phrase = {
  readonly sentence?: string;
  /** What else stands in the document. */
  readonly document?: string;
  readonly kind?: DocumentKind;
  readonly law?: string;
  readonly trigger?: string;
  readonly condition?: string;
};

/** What the words say at the end of a sentence, or at a "*" in it. */
export const statedIn = (words: string, phrase: Phrase = {}): StatedDeadline => {
  const sentence = (phrase.sentence ?? 'The Supplier shall report to the Customer *.').replace('*', () => words);
  const start = sentence.indexOf(words);
  const text = phrase.document === undefined ? sentence : `${sentence}\n\n${phrase.document}`;
  const document = readText(text, { kind: phrase.kind ?? 'services' });
  return readDeadline(
    document,
    {
      deadlineWords: [{ start, end: start + words.length }],
      evidence: [{ start: 0, end: sentence.length }],
      trigger: phrase.trigger,
      condition: phrase.condition,
      action: sentence,
    },
    conventionsOf(document, phrase.law ?? null),
  );
};

const term = (name: TermName, value: string | null): Term => ({
  name,
  value,
  explanation: '',
  needs: null,
  evidence: [],
  confidence: 1,
});

export const termsWith = (values: Partial<Record<TermName, string>>, renewal: Renewal | null = null): DocumentTerms => {
  const names = [
    'agreementDate',
    'effectiveDate',
    'expirationDate',
    'term',
    'renewalTerm',
    'noticePeriod',
    'noticeDeadline',
    'governingLaw',
  ] as const;
  const terms = Object.fromEntries(names.map((name) => [name, term(name, values[name] ?? null)]));
  return {
    documentId: 'doc',
    asOf: null,
    terms: terms as Record<TermName, Term>,
    renewal,
    current: null,
    changes: [],
    parties: [],
  };
};

export const holidays: Holidays = await loadHolidays();

type Asked = {
  readonly terms?: Partial<Record<TermName, string>>;
  readonly renewal?: Renewal;
  readonly facts?: Readonly<Record<string, string>>;
  readonly asOf?: string;
  readonly timezone?: string;
};

export const resolved = (stated: StatedDeadline, asked: Asked = {}): Deadline =>
  resolveDeadline(stated, {
    terms: termsWith(asked.terms ?? {}, asked.renewal ?? null),
    facts: new Map(Object.entries(asked.facts ?? {})),
    asOf: asked.asOf ?? '2026-01-15',
    timezone: asked.timezone ?? 'Europe/London',
    holidays,
  });
