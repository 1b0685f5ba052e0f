/** What stands for a full stop that ends no sentence: as wide, so that offsets stay. */
const inside = '\u2024';

const abbreviated =
  /(?<=\b(?:No|Nos|Nr|Inc|Ltd|Corp|Co|Cos|Bros|LLC|Pty|Jr|Sr|Mr|Mrs|Ms|Dr|Prof|Messrs|St|Ste|Art|Sec|Ave|Blvd|Bldg|Dept|Assn|approx|incl|resp))\./gi;
/** "Ines Q. Arbour", "U.S.", "N.V.": an initial after a name, among initials, or before a comma. */
const initial = /(?<=\p{Ll}\s\p{Lu})\.(?=\s\p{Lu}\p{Ll})|(?<=(?<!\p{L})\p{Lu})\.(?=\s?\p{Lu}\.|,)/gu;
/** What goes on in small letters or after a comma was not at its end; "12:01 a.m. on" is read as it stands. */
const goesOn = /(?<!\d\s?[ap]\.?\s?m)\.(?=\s+\p{Ll}|[,;)])/gu;

/** A text in which full stops end sentences or stand in figures, and nothing else. Its offsets are those of the text. */
export const sentencesOnly = (text: string): string =>
  text.replace(abbreviated, inside).replace(initial, inside).replace(goesOn, inside);
