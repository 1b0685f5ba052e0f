import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { judged } from '../shared/judged.ts';
import { listed, namesOf, ofOneSide, presentDetector, type Reading, type Seen, said } from '../shared/present.ts';

const promises =
  /^[^.;]{0,120}\b(?:sue|bring (?:any |an? )?(?:action|suit|claim|proceeding|lawsuit)s?|institute[^.;]{0,30}\b(?:action|suit|claim|proceeding)s?|commence[^.;]{0,120}\b(?:action|suit|proceeding)s?|assert[^.;]{0,40}\b(?:claim|right|interest|title)s?|challenge|contest|attack|dispute|oppose|question|impair)\b/i;
const rights =
  /\b(?:validity|ownership|title|enforceability|right|registration|patents?|marks?|trademarks?|copyrights?|intellectual property|against|claims?|interest)\b/i;
const givesUp =
  /^\W*(?:\w+\W+){0,4}?(?:waives?|releases?|discharges?|relinquish\w*)\b[^.;]{0,140}\b(?:any and all|all|every)\b[^.;]{0,40}\b(?:claims?|rights?|causes? of action|demands?|liabilit\w+|actions?)\b/i;
const narrow =
  /\b(?:jury|consequential|punitive|indirect|notice|presentment|sovereign immunity|venue|insurer|jurisdiction|inconvenient|personal service|subrogation|bond|moral rights|confidential|disclos\w+|class|set-?off|lien|non-?payment|demand for payment|insur\w+|to the extent|breach (?:by|of)|waiver of)\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  ofOneSide(
    document,
    said(clauses, ({ modality, predicate, actor }, { text }) => {
      if (actor === undefined || /\bexcept (?:as|for) (?:claims|any)/i.test(predicate.slice(0, 40))) return false;
      const what = predicate.slice(0, 320);
      const bars =
        (modality === 'prohibition' ||
          (modality === 'duty' && /\bnot (?:to|directly|at any)/i.test(what.slice(0, 60)))) &&
        promises.test(what) &&
        !/^\W*communicat/i.test(what) &&
        rights.test(what) &&
        !/\b(?:dispute resolution|invoices?|venue|jurisdiction|forum|arbitrat\w+|mediat\w+|until|unless|prior to|before)\b/i.test(
          text,
        );
      return bars || (modality === 'act' && givesUp.test(what) && !narrow.test(what));
    }),
  ).map(({ clause, statement, actor }) => {
    const gone = statement.modality === 'act';
    return {
      clauses: [clause],
      severity: gone ? 'high' : 'medium',
      reasons: [
        gone
          ? `${listed(namesOf(actor), 'One side')} gives up claims beforehand.`
          : `It binds only ${listed(namesOf(actor), 'one side')}.`,
      ],
      hurts: namesOf(actor),
    };
  });

/** Finds promises not to sue or not to challenge rights. */
export const plugin = definePlugin({
  name: 'covenant-not-to-sue',
  version: '1.0.0',
  summary: 'Finds promises not to sue or not to challenge rights.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Promise not to sue',
      category: 'disputes',
      what: 'Somebody promises not to sue the other side, not to challenge its rights, or gives up claims beforehand.',
      why: 'Rights that may turn out to be worth much are given away before anybody knows of them.',
      ask: 'Ask to leave it out, to limit it to claims that exist and are known today, or for the same promise from the other side.',
      types: ['covenant-not-to-sue'],
      policy: z.object({}),
      judged: judged['covenant-not-to-sue'],
      find,
    }),
  }),
});
