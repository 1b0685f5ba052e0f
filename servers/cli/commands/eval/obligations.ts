import type { Judgement } from '../../../../eval/obligations/score.ts';
import { type Session, writeJson } from '../../session.ts';

export type ObligationsOptions = { readonly write?: true };

/** Reads the sentences of eval/obligations and says how many are read right; of the development half also which are not. */
export const evalObligations = async (session: Session, { write }: ObligationsOptions): Promise<void> => {
  const { halfOf } = await import('../../../../eval/obligations/cases.ts');
  const { judged, scores } = await session.wiring.obligations();
  if (write === true) {
    const { writeObligations } = await import('../../../../eval/report/figures.ts');
    const { figuresFolder } = await import('../../../../eval/report/page.ts');
    writeObligations(figuresFolder, scores);
  }
  if (session.globals().json === true) return writeJson(session.terminal, scores);
  const mistaken = judged.filter((each) => halfOf(each.case) === 'development').flatMap(mistakesIn);
  const lines = Object.entries(scores).map(
    ([half, { cases, duties, counterparty, condition, trigger, deadlines }]) =>
      `${half}: ${cases} sentences, F1 ${duties.f1.toFixed(3)} (${duties.right} right, ${duties.wrong} wrong, ${duties.missed} missed); counterparty ${told(counterparty)}, condition ${told(condition)}, trigger ${told(trigger)}; deadline exactly right ${told(deadlines.all)}, of those that have one ${told(deadlines.timed)}`,
  );
  session.terminal.stdout.write([...lines, ...mistaken, ''].join('\n'));
};

const told = ({ right, of }: { readonly right: number; readonly of: number }): string => `${right} of ${of}`;

const mistakesIn = ({ case: { id, text }, missed, wrong }: Judgement): readonly string[] =>
  missed.length + wrong.length === 0
    ? []
    : [
        `${id}: ${text.replaceAll('\n', ' ')}`,
        ...missed.map(({ party, modality, action }) => `  missed: ${modality} ${party}: ${action.join(' ')}`),
        ...wrong.map(({ party, modality, action }) => `  wrong: ${modality} ${party}: ${action}`),
      ];
