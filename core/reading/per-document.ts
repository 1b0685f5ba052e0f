/** A reading of a whole document that many of its sentences, or of its neighbours, ask for: done once for each. */
export const perDocument = <D extends object, T>(read: (document: D) => T): ((document: D) => T) => {
  const known = new WeakMap<D, { readonly value: T }>();
  return (document) => {
    const found = known.get(document) ?? { value: read(document) };
    known.set(document, found);
    return found.value;
  };
};
