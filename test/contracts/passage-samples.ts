import type { ExecutionContext } from 'ava';
import type { Passage } from '../../core/document/passage.ts';
import type { Principal } from '../../core/identity/principal.ts';
import type { Passages, VectorSpace } from '../../core/ports/passages.ts';

export const passage = (documentId: string, index: number, text: string, change: Partial<Passage> = {}): Passage => ({
  id: `${documentId}/${change.version ?? 1}/${index}`,
  documentId,
  version: 1,
  index,
  page: 1 + Math.floor(index / 10),
  charStart: index * 100,
  charEnd: index * 100 + text.length,
  text,
  headingPath: [],
  source: 'text',
  ...change,
});

/** Stages and publishes a version whose passages have these texts. */
export const publish = async (
  passages: Passages,
  principal: Principal,
  documentId: string,
  texts: readonly string[],
  version = 1,
): Promise<void> => {
  const staged = texts.map((text, index) => passage(documentId, index, text, { version }));
  await passages.stage(principal, documentId, version, staged);
  await passages.publish(principal, documentId, version);
};

export const idsOf = (found: readonly { readonly id: string }[]): string[] => found.map(({ id }) => id);

export const plane: VectorSpace = { id: 'plane@1', dimensions: 2 };
/** A vector of the plane at so many degrees. */
export const at = (degrees: number, length = 1): Float32Array =>
  Float32Array.of(length * Math.cos((degrees * Math.PI) / 180), length * Math.sin((degrees * Math.PI) / 180));

export type PassagePromise = (title: string, check: (t: ExecutionContext, passages: Passages) => Promise<void>) => void;
