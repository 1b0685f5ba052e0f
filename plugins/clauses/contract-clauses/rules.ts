import { competition } from './rules/competition.ts';
import { leaving } from './rules/leaving.ts';
import { liability } from './rules/liability.ts';
import { money } from './rules/money.ts';
import { property } from './rules/property.ts';
import type { FollowingRule, Rules } from './rules/shape.ts';
import { term } from './rules/term.ts';

/**
 * What the trade calls things, per type of clause: turns of phrase that hardly stand anywhere else. A model of single words
 * learns them from hundreds of examples only, and some types have a dozen. Whether a phrase speaks for or against a type, and how much,
 * is fitted all the same. New ones go to the end of their list: their place in it is part of the feature's name.
 */
export const rules: Rules = { ...term, ...competition, ...leaving, ...money, ...property, ...liability };

const restriction =
  /(?<!non)(?<!non-)\bexclusiv(?!e (?:jurisdiction|remed|property|owner))|\bnon-?compet|\bcompet(?:e|es|ing|itive|itor)|\bshall not\b.{0,80}\b(?:sell|market|license|distribute|grant)\b/i;

/** An exception is told by what it is an exception to: the sentences before it. */
export const followingRules: Readonly<Record<string, readonly FollowingRule[]>> = {
  'competitive-restriction-exception': [
    {
      after: restriction,
      pattern:
        /^.{0,25}\b(?:notwithstanding|nothing|except|however|provided|it is (?:understood|agreed|acknowledged)|for (?:the )?avoidance|for clarity|although|subject to)\b/i,
      within: 3,
    },
    { after: restriction, pattern: /\S/, within: 2 },
    { after: restriction, pattern: /\b(?:may|shall be (?:permitted|entitled|free|allowed))\b/i, within: 3 },
  ],
};
