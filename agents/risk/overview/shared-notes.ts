/** Notes that all of the documents have: to be said once. */
export const sharedNotes = (documents: readonly { readonly notes: readonly string[] }[]): readonly string[] =>
  documents[0]?.notes.filter((note) => documents.every(({ notes }) => notes.includes(note))) ?? [];
