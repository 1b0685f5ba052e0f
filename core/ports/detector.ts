import type { z } from 'zod';
import type { Passage } from '../document/passage.ts';
import type { Span } from '../text/span.ts';
import type { TypeProbability } from './clauses.ts';

export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** Kinds of document, as far as they decide what is a risk and what ought to be there. */
export const documentKinds = [
  'lease',
  'services',
  'supply',
  'distribution',
  'licence',
  'nda',
  'employment',
  'loan',
  'insurance',
  'policy',
  'invoice',
  'letter',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What people are hurt in. */
export const riskCategories = [
  'liability',
  'payment',
  'termination',
  'renewal',
  'assignment',
  'intellectual-property',
  'competition',
  'data',
  'performance',
  'disputes',
  'consistency',
] as const;
export type RiskCategory = (typeof riskCategories)[number];

/** Someone whom the document binds. */
export type Party = {
  /** As the document writes it: "Northgate Facilities GmbH". */
  readonly name: string;
  /** Words that the document uses instead: "Supplier", "Licensee". */
  readonly aliases: readonly string[];
  /** Where the party is introduced. */
  readonly introduced: Span;
};

/** A sentence or a row of a document, as a detector reads it. Offsets are the document's. */
export type ReadUnit = Span & {
  /** `document.text.slice(start, end)`. */
  readonly text: string;
  readonly passageId: string;
  /** 1-based. */
  readonly page: number;
  readonly headingPath: readonly string[];
  /** Kind of table row, undefined for a sentence. */
  readonly row: 'named' | 'label' | undefined;
  /** Whose voice it is where that is not the document's own. */
  readonly part: Passage['part'];
  /** What the clause model says of it, the likeliest first; empty without a model. */
  readonly types: readonly TypeProbability[];
};

/** A document as detectors read it: once for all of them. */
export type ReadDocument = {
  readonly documentId: string;
  readonly version: number;
  readonly name: string;
  readonly title: string | undefined;
  readonly text: string;
  readonly kind: DocumentKind;
  /** Probability of `kind`. */
  readonly kindProbability: number;
  readonly parties: readonly Party[];
  readonly units: readonly ReadUnit[];
  /** Probability that the document states the type anywhere; undefined without a clause model or for a type that it does not know. */
  presence(type: string): number | undefined;
};

export type DetectorInput<P = unknown> = {
  readonly document: ReadDocument;
  /** Thresholds, complete and checked. */
  readonly policy: P;
  /** Other documents of the same contract (its amendments, or what it amends), oldest first. */
  readonly related: readonly ReadDocument[];
};

/** A risk that a detector saw. What is not verbatim in the document is dropped, and the finding with it. */
export type Detected = {
  /**
   * Spans of the document, or of a related one, the most telling first. Empty only for a protection that is missing.
   */
  readonly evidence: readonly (Span & { readonly documentId?: string })[];
  /**
   * For those whom it hurts. Who the reader is changes nothing here: the agent keeps one set of findings for all readers,
   * and leaves out what hurts only the others when it knows who asks.
   */
  readonly severity: Severity;
  /** Why it is as severe as that, a sentence each: "The notice window is 90 days, the policy asks for at most 60." */
  readonly reasons: readonly string[];
  /** Probability that this is there (or missing) as stated, 0 to 1. */
  readonly confidence: number;
  /** Why it matters here, one or two sentences. */
  readonly rationale: string;
  /** What to ask for instead. */
  readonly recommendation: string;
  /** `Party.name` of those whom it hurts; empty where it hurts whoever the reader is. */
  readonly hurts: readonly string[];
};

/**
 * Recognizes one kind of risk. Called by the risk agent for each document, with everything read; pure: the same input gives
 * the same findings. Its plugin's name is its id and its plugin's version is recorded with what it finds.
 */
export type Detector<P extends z.ZodObject = z.ZodObject> = {
  /** A few words: "Uncapped liability". */
  readonly title: string;
  /** `present`: a clause that is there and dangerous; `missing`: a protection that is not; `conflict`: terms that contradict each other. */
  readonly kind: 'present' | 'missing' | 'conflict';
  readonly category: RiskCategory;
  /** What it is, why it matters and what to ask for instead: a sentence or two each, for somebody who is no lawyer. */
  readonly what: string;
  readonly why: string;
  readonly ask: string;
  /** Kinds of document that it reads; all where it is absent. */
  readonly appliesTo?: readonly DocumentKind[];
  /** Thresholds that a workspace may set, with defaults; descriptions are shown to people. */
  readonly policy: P;
  detect(input: DetectorInput<z.output<P>>): readonly Detected[];
};

/** Any detector, as the risk agent holds it. */
export type AnyDetector = Omit<Detector, 'detect'> & { detect(input: DetectorInput<never>): readonly Detected[] };

/** A running detector and the plugin that brought it. */
export type NamedDetector = { readonly id: string; readonly version: string; readonly detector: AnyDetector };

/** The detectors that run, as the risk agent sees them. The first call starts them. */
export type Detectors = { all(): Promise<readonly NamedDetector[]> };
