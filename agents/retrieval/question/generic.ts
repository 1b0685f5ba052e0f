import { stem } from '../../../core/text/stem.ts';

const stems = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stem));

const measures = stems(
  'second minute hour day week fortnight month quarter year decade century ' +
    'amount number kind type sort way thing time date moment percent percentage lot bit case part',
);

/** Measures, and verbs and qualities that any clause may have. */
const generic: ReadonlySet<string> = measures.union(
  stems(
    'rule long far much soon early late ahead quick fast often high big large small old new good bad free full ' +
      'want need come go get stay keep take give make put let tell ask happen mean work do help try like wish plan allow require ' +
      'exist apply state provide include say set hold have receive cost pay charge last begin start end stop leave ' +
      'own owe use run look find know think stand sit move change turn add cover count meet bring send follow offer matter manage reach present',
  ),
);

/** Whether a word, given by its stem, is a measure of whatever is asked about: "weeks", "amount". */
export const isMeasure = (stemmed: string): boolean => measures.has(stemmed);

/** Whether a word, given by its stem, is too common in questions to say what they are about. */
export const isGeneric = (stemmed: string): boolean => generic.has(stemmed);
