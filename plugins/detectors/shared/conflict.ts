import type { z } from 'zod';
import { defineDetector } from '../../../core/plugin/define.ts';
import type { Detected, Detector, DetectorInput, ReadDocument, Severity } from '../../../core/ports/detector.ts';
import type { Span } from '../../../core/text/span.ts';

/** A place in one of the documents of a contract. */
export type Place = Span & { readonly document: ReadDocument };

/** Words that do not go together. */
export type Contradiction = {
  /** Where both are said; one place where a single sentence contradicts itself. */
  readonly places: readonly Place[];
  /** What contradicts what, in a sentence. */
  readonly reason: string;
  readonly severity: Severity;
  /** Probability that they contradict each other indeed, as read by hand on training contracts. */
  readonly sure: number;
};

type ConflictSpec<P extends z.ZodObject> = Pick<Detector, 'title' | 'category' | 'what' | 'why' | 'ask'> & {
  readonly appliesTo?: NonNullable<Detector['appliesTo']>;
  readonly policy: P;
  readonly find: (input: DetectorInput<z.output<P>>) => readonly Contradiction[];
};

/** A detector of words that contradict each other. Its evidence shows all of them. */
export const conflictDetector = <P extends z.ZodObject>({ find, ...about }: ConflictSpec<P>): Detector<P> =>
  defineDetector({
    ...about,
    kind: 'conflict',
    detect: (input): readonly Detected[] =>
      find(input).map(({ places, reason, severity, sure }) => ({
        evidence: places.map(({ start, end, document }) =>
          document === input.document ? { start, end } : { start, end, documentId: document.documentId },
        ),
        severity,
        reasons: [reason],
        confidence: sure,
        rationale: about.why,
        recommendation: about.ask,
        hurts: [],
      })),
  });
