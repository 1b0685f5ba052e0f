import type { ReadDocument } from '../../../../core/ports/detector.ts';

/** A reading of a whole document that many of its sentences ask for: done once for each. */
export const perDocument = <T>(read: (document: ReadDocument) => T): ((document: ReadDocument) => T) => {
  const known = new WeakMap<ReadDocument, { readonly value: T }>();
  return (document) => {
    const found = known.get(document) ?? { value: read(document) };
    known.set(document, found);
    return found.value;
  };
};
