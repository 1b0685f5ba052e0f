import { z } from 'zod';
import { defineDetector } from '../../../core/plugin/define.ts';
import {
  type Detected,
  type Detector,
  type DetectorInput,
  type DocumentKind,
  type ReadDocument,
  type ReadUnit,
  type Severity,
  severities,
} from '../../../core/ports/detector.ts';
import { extentOf } from '../../../core/reading/extent.ts';
import { perDocument } from '../../../core/reading/per-document.ts';
import { plain } from './plain.ts';
import { called } from './roles.ts';

/** What a document would say if it had the protection. */
export type Protection = {
  /** Any of these in a sentence is a sign of it. White space is single blanks, and an item of a list follows the words that open it. */
  readonly stated: readonly RegExp[];
  /** Clause types of the built-in model that state it. */
  readonly types?: readonly string[];
  /** Share of documents without any of these words that are without the protection indeed, as read by hand. */
  readonly sure: number;
};

export type Absence = {
  /** Probability that the document does not have it, as far as the document goes. */
  readonly confidence: number;
  /** What limits that, a sentence each. */
  readonly reasons: readonly string[];
};

/** From this probability on a clause that the model sees is taken to be there. */
const seen = 0.5;
/** A document that takes over terms from elsewhere may have it there. */
const takenOver = 0.5;
const leastKind = 0.5;

/**
 * Whether a protection is missing from a contract: from all of it, its amendments included. undefined where it is
 * there, where that is in doubt, and where the document is only a part of a contract.
 */
export const absence = (
  { document, related }: DetectorInput,
  { stated, types = [], sure }: Protection,
): Absence | undefined => {
  const { of, elsewhere } = extentOf(document);
  if (of === 'part' || document.kindProbability < leastKind) return undefined;
  if ([document, ...related].some((each) => states(each, stated))) return undefined;
  const modelled = types.flatMap((type) => document.presence(type) ?? []);
  const present = modelled.length === 0 ? undefined : Math.max(...modelled);
  if (present !== undefined && present >= seen) return undefined;
  const absent = present === undefined ? sure : (sure * (1 - present)) / (sure * (1 - present) + (1 - sure) * present);
  return {
    confidence: absent * document.kindProbability * (elsewhere === undefined ? 1 : takenOver),
    reasons:
      elsewhere === undefined
        ? []
        : [`It takes over terms that are not in this document, which may say it: “${shortened(elsewhere.text)}”`],
  };
};

/** Whether any of the patterns is found in a sentence of the document. */
export const states = (document: ReadDocument, patterns: readonly RegExp[]): boolean =>
  statementsOf(document).some((statement) => patterns.some((pattern) => pattern.test(statement)));

/** Units in the document's own voice that match. */
export const unitsWith = (document: ReadDocument, pattern: RegExp): readonly ReadUnit[] =>
  document.units.filter(({ text, part }) => part === undefined && pattern.test(text.replace(/\s+/g, ' ')));

/** Sentences, plain; items of a list with the words that open it. */
const statementsOf = perDocument(({ units }: ReadDocument): readonly string[] => {
  let opening = '';
  return units.map(({ text }) => {
    const sentence = telling(text);
    const item = /^\W{0,2}\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).]\s/i.test(sentence) && !/^\d/.test(sentence);
    if (!item) opening = sentence.slice(-250);
    return item ? `${opening} ${sentence}` : sentence;
  });
});

/** Phrases that say nothing of the terms: what is printed on top of a filed contract, and idle words around limits. */
const idle = [
  /confidential treatment|\[?\*+\]?\s*confidential|confidential (?:information|portions?|material)[^.]{0,80}(?:omitted|excluded|filed|redacted)|certain (?:confidential|identified) information[^.]{0,200}\./gi,
  /limited liability (?:compan(?:y|ies)|partnerships?|corporations?)|(?:including|includes?)?,? ?(?:but )?not (?:be )?limited to|with ?out limit(?:ation|ing)\b/gi,
];

const telling = (text: string): string => idle.reduce((rest, phrase) => rest.replace(phrase, ' '), plain(text));

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 200 ? line : `${line.slice(0, 199).trimEnd()}…`;
};

/** A contract that says "we" and "you" is one of many that a business makes with its customers. */
const addressesReader = (document: ReadDocument): boolean => {
  const addressed = document.text.match(/\b(?:you|your|yours)\b/gi)?.length ?? 0;
  return (addressed * 1000) / (document.text.length / 6) > 8;
};

/** What a detector of something missing says and looks for. */
export type MissingSpec = Pick<Detector, 'title' | 'category' | 'what' | 'why' | 'ask'> & {
  /** Kinds of document that ought to have it, and how severe it is there when they do not. */
  readonly severity: Readonly<Partial<Record<DocumentKind, Severity>>>;
  readonly protection: Protection;
  /** What the party is called that goes without it; nobody in particular where it is absent. */
  readonly hurts?: RegExp;
  /** Whether it is missed only where both sides negotiate, and not in terms that a business writes for its customers. */
  readonly negotiated?: boolean;
  /**
   * What makes it matter in this document, verbatim, with a sentence that says so. undefined where it does not matter
   * there. Absent where it matters in all documents of these kinds.
   */
  readonly matters?: (
    document: ReadDocument,
  ) => { readonly evidence: readonly ReadUnit[]; readonly reason: string } | undefined;
};

const policy = z.object({
  severity: z
    .enum(severities)
    .optional()
    .describe(
      'How severe it is when it is missing, for every kind of document; each has a severity of its own otherwise.',
    ),
});

const kindNames: Readonly<Partial<Record<DocumentKind, string>>> = {
  lease: 'a lease',
  services: 'a contract for services',
  supply: 'a supply contract',
  distribution: 'a distribution contract',
  licence: 'a licence',
  nda: 'a confidentiality agreement',
  employment: 'a contract of employment',
  loan: 'a loan',
  insurance: 'an insurance policy',
};

/** A detector that says so where contracts of these kinds do not have the protection. */
export const missingDetector = ({
  severity,
  protection,
  hurts,
  negotiated = false,
  matters,
  ...about
}: MissingSpec): Detector<typeof policy> => {
  const kinds = Object.keys(severity) as DocumentKind[];
  return defineDetector({
    ...about,
    kind: 'missing',
    appliesTo: kinds,
    policy,
    detect: (input): readonly Detected[] => {
      const usual = severity[input.document.kind];
      if (usual === undefined || (negotiated && addressesReader(input.document))) return [];
      const relevance = matters === undefined ? { evidence: [], reason: '' } : matters(input.document);
      const absent = relevance && absence(input, protection);
      if (absent === undefined) return [];
      const chosen = input.policy.severity ?? usual;
      const { kind } = input.document;
      return [
        {
          evidence: (relevance?.evidence ?? []).slice(0, 2).map(({ start, end }) => ({ start, end })),
          severity: chosen,
          reasons: [
            input.policy.severity === undefined
              ? `In ${kindNames[kind] ?? 'such a document'} this is of ${usual} severity.`
              : `The policy sets the severity to ${chosen}.`,
            ...(relevance?.reason ? [relevance.reason] : []),
            ...absent.reasons,
          ],
          confidence: absent.confidence,
          rationale: about.why,
          recommendation: about.ask,
          hurts: hurts === undefined ? [] : called(input.document, hurts),
        },
      ];
    },
  });
};
