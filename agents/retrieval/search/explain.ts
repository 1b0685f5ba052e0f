import { fusionDepth } from '../../../core/retrieval/fuse.ts';
import type { WeighedQuestion } from '../question/weights.ts';
import type { Explanation } from './explanation.ts';
import type { Candidate, rankingWeights, SignalName } from './retrieve.ts';
import { matchTerm } from './signals.ts';

const signalReasons: Record<SignalName, string> = {
  exact: "a sentence has the question's own words",
  near: 'words of the question stand close together',
  expected: 'a sentence holds the kind of thing asked for',
  strange: 'a name or number of the question is not there',
  dense: 'much of a sentence is about the question',
  opening: "it is the document's opening",
  focus: 'the conversation was about it',
  named: "what the question names is, or is not, in the document's name",
  apart: "it is not the document's own voice",
  clause: 'a sentence states the kind of clause that is asked for',
};

/** Why a passage stands where it stands, with the figures that can be added up by hand. */
export const explain = (question: WeighedQuestion, candidate: Candidate): Explanation => {
  const { fused, added, reading, passage, best, score } = candidate;
  const shareOf = (ranking: keyof typeof rankingWeights) => {
    const share = fused.shares.find((each) => each.ranking === ranking);
    return share ? { rank: share.rank, score: share.score, share: share.share } : null;
  };
  const asked = question.terms.filter((term) => !term.carried);
  const matched = asked.filter((term) => matchTerm(term, reading.whole) > 0).map((term) => term.text);
  const signals = Object.entries(added).filter(([, value]) => value !== 0) as [SignalName, number][];
  const sum = fused.score + signals.reduce((total, [, value]) => total + value, 0);
  const steps = [
    ...fused.shares.map(({ ranking, rank, share }) => {
      const places = fusionDepth + rank - 1;
      return `${ranking} ${((share * places) / fusionDepth).toFixed(2)} × ${fusionDepth}/(${fusionDepth} + ${rank - 1})`;
    }),
    ...signals.map(([name, value]) => `${name} ${value.toFixed(3)}`),
  ];
  return {
    lexical: shareOf('lexical'),
    vector: shareOf('vectors'),
    clauses: shareOf('clauses'),
    signals: Object.fromEntries(signals),
    arithmetic: `${steps.join(' + ')} = ${sum.toFixed(3)}; score = ${sum.toFixed(3)} / ${candidate.most.toFixed(2)} = ${score.toFixed(3)}`,
    matched_terms: matched,
    missing_terms: asked.map((term) => term.text).filter((text) => !matched.includes(text)),
    best_sentence: reading.sentences[best]
      ? passage.text.slice(reading.sentences[best].start, reading.sentences[best].end)
      : '',
    reason: reasonFor(candidate, matched, signals),
  };
};

const reasonFor = (
  { fused }: Candidate,
  matched: readonly string[],
  signals: readonly [SignalName, number][],
): string => {
  const ranked = fused.shares.map(
    ({ ranking, rank, score }) =>
      `${rankingNames[ranking] ?? ranking} (place ${rank}, ${scoreNames[ranking] ?? 'score'} ${score.toFixed(3)})`,
  );
  const words =
    matched.length > 0 ? `has ${matched.map((word) => `"${word}"`).join(', ')}` : "has none of the question's words";
  const because = signals.map(([name]) => signalReasons[name]);
  return `Found by ${ranked.join(', ')}; it ${words}${because.length > 0 ? `; ${because.join('; ')}` : ''}.`;
};

const rankingNames: Readonly<Record<string, string>> = {
  lexical: 'its words',
  vectors: 'its meaning',
  clauses: 'the clauses that it states',
};

const scoreNames: Readonly<Record<string, string>> = {
  lexical: 'BM25',
  vectors: 'cosine',
  clauses: 'probability',
};
