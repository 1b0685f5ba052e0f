import type { DocumentVersion, StoredDocument } from '../document/record.ts';
import { amendedBy, opening } from '../reading/amendment.ts';
import { namedDays } from '../reading/dates.ts';
import { factsOf, presenceOf, READER_VERSION } from '../reading/facts.ts';
import type { OpeningRecord } from './records.ts';

/** What a version says of itself at its beginning. */
export const readOpening = (
  { id }: StoredDocument,
  { version, name, title, receivedAt }: DocumentVersion,
  text: string,
): OpeningRecord => {
  const described = { name, title: title ?? undefined, text };
  // Without a clause model: it would have to read every document before one of them could be looked through.
  const { kind, parties } = factsOf(described, presenceOf(undefined));
  return {
    documentId: id,
    version,
    reader: READER_VERSION,
    title,
    text: text.slice(0, opening),
    kind,
    parties: parties.map(({ aliases, ...party }) => ({ ...party, aliases: [...aliases] })),
    amends: amendedBy(described) !== undefined,
    day: namedDays(text, 0, opening)[0]?.iso ?? receivedAt.slice(0, 10),
  };
};
