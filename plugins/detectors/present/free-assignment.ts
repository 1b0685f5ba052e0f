import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { judged } from '../shared/judged.ts';
import {
  listed,
  namesOf,
  ofOneSide,
  othersThan,
  presentDetector,
  type Reading,
  type Seen,
  said,
} from '../shared/present.ts';

const contract =
  '(?:agreement|contract|lease|licen[cs]e|policy|loan|mortgage|(?:its|our|their) (?:rights|interest|obligations)|any (?:or all )?of its (?:rights|obligations)|(?:the |any )?rights (?:and|or) obligations)';
const assigns = new RegExp(
  `^[^.;]{0,60}\\b(?:assign|transfer|delegate|novate)(?:ed|red|s)?\\b[^.;]{0,60}\\b${contract}\\b|^\\W*be (?:freely )?(?:assigned|transferred)\\b`,
  'i',
);
const freely =
  /\b(?:freely|without (?:the )?(?:prior )?(?:written )?(?:consent|approval|agreement|permission|notice|restriction)|at any time|in its (?:sole )?discretion|to any (?:person|party|third|other|entity)|to another|(?:to )?(?:anyone|others|any third))\b/i;
const narrow =
  /\b(?:affiliates?|subsidiar(?:y|ies)|parent|successors?|merger|consolidation|reorgani[sz]ation|substantially all|acqui\w+|wholly[- ]owned|group|to a lender|security|collateral\w*|receivables?|sublicen[cs]e|merged|be sold|have assigned|only (?:with|if|to)|with the (?:prior )?(?:written )?consent|subject to)\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] => {
  const rights = said(
    clauses,
    ({ modality, predicate, patient }, { text }) =>
      modality === 'right' &&
      patient === undefined &&
      assigns.test(predicate) &&
      freely.test(text) &&
      !narrow.test(predicate),
  );
  const bound = said(
    clauses,
    ({ modality, predicate }, { text }) =>
      (modality === 'prohibition' || /without[^.;]{0,60}consent/i.test(text)) && assigns.test(predicate),
  );
  return ofOneSide(document, rights)
    .slice(0, 1)
    .map(({ clause, actor }) => {
      const others = othersThan(document, actor);
      const stuck = bound.filter(
        ({ statement, clause: where }) =>
          where !== clause &&
          isOneSide(statement.actor, document.parties) &&
          statement.actor !== undefined &&
          namesOf(statement.actor).some((name) => others.includes(name)),
      );
      return {
        clauses: [clause, ...stuck.map((each) => each.clause)],
        severity: stuck.length > 0 ? 'medium' : 'low',
        reasons: [
          `${listed(namesOf(actor), 'One side')} may hand the contract on to anybody without asking.`,
          ...(stuck.length > 0 ? [`${listed(others, 'The other side')} may not.`] : []),
        ],
        hurts: others,
      };
    });
};

/** Finds rights of one side to hand the contract on to anybody. */
export const plugin = definePlugin({
  name: 'free-assignment',
  version: '1.0.0',
  summary: 'Finds rights of one side to hand the contract on to anybody.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Free assignment by one side',
      category: 'assignment',
      what: 'One side may hand the contract on to anybody it likes without asking the other.',
      why: 'Somebody else, whom nobody chose and who may be a competitor or unable to pay, can become the partner to the contract.',
      ask: 'Ask that a transfer needs consent, which may not be refused without reason, except to companies of the same group.',
      types: ['anti-assignment'],
      policy: z.object({}),
      judged: judged['free-assignment'],
      find,
    }),
  }),
});
