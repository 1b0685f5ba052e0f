import type { Party, ReadDocument } from '../../../core/ports/detector.ts';
import { mentionsIn } from '../../../core/reading/mentions.ts';
import type { Span } from '../../../core/text/span.ts';
import type { DutyReading, ObligationModality } from '../model/reading.ts';
import { activeOf, beginsSmall, firstClause, withoutEnds, wordsOfAction } from './action.ts';
import { bearersOf } from './bearers.ts';
import { type Claim, claimsOf } from './claims.ts';
import { confidenceOf } from './confidence.ts';
import { isBoilerplate } from './declarations.ts';
import { createLists, inlineList, type Lead, leadIn, nestedLead } from './lists.ts';
import { inDocument, type Sentence, sentencesOf } from './sentences.ts';
import { both, type Told, toldIn } from './told.ts';
import { imperativeIn, paymentIn, possessiveIn, promiseIn, requestIn, type Unspoken } from './unspoken.ts';

/** A duty before it is told of each of its parties. */
type Draft = {
  readonly parties: readonly Party[];
  readonly modality: ObligationModality;
  readonly action: string;
  readonly patient: readonly Party[];
  readonly condition: string | undefined;
  readonly trigger: string | undefined;
  /** In the document's offsets. */
  readonly when: readonly Span[];
  readonly evidence: readonly Span[];
  readonly surety: number;
};

/**
 * Who must, must not, may or is entitled to do what, as the document's sentences say it, in their order. Definitions,
 * recitals, declarations, tables of contents and what others wrote into the document give none. A sentence that says the
 * same of several parties gives a reading for each. Pure; a contract of 300,000 characters takes well under a second.
 */
export const dutiesOf = (document: ReadDocument): readonly DutyReading[] => [...dutiesIn(document)].flat();

/** The same, sentence by sentence. */
export function* dutiesIn(document: ReadDocument): Generator<readonly DutyReading[], void> {
  const { kind } = document;
  const parties = bearersOf(document);
  const sides = parties.slice(0, document.parties.length || parties.length);
  if (parties.length === 0) return;
  const lists = createLists();
  for (const sentence of sentencesOf(document)) {
    const lead = lists.leadOf(sentence);
    const claims = claimsOf(sentence, parties, sides);
    const opened =
      leadIn(sentence, claims, parties) ?? (lead && claims.length === 0 ? nestedLead(lead, sentence) : undefined);
    const spoken = opened ? claims.slice(0, -1) : claims;
    const drafts: Draft[] = [];
    const first = claims[0];
    if (lead && !opened && !(first && first.parties.length > 0 && first.begins - sentence.body < 8)) {
      drafts.push(...carried(lead, sentence, first, parties));
    }
    if (!isBoilerplate(sentence.text)) {
      for (const claim of spoken) drafts.push(...draftsOf(sentence, claim));
      if (drafts.length === 0 && !lead) {
        const unspoken =
          paymentIn(sentence, kind, parties) ??
          possessiveIn(sentence, parties) ??
          requestIn(sentence, kind, parties) ??
          imperativeIn(sentence, kind, parties) ??
          promiseIn(sentence, kind, parties);
        if (unspoken) drafts.push(draftOf(sentence, unspoken));
      }
    }
    if (opened) lists.open(opened);
    yield drafts.flatMap((draft) => readingsOf(bySides(draft, sides, parties), parties));
  }
}

/** What a sentence claims, each item of a list within it by itself. */
const draftsOf = (sentence: Sentence, claim: Claim): Draft[] => {
  const { text } = sentence;
  const list = claim.undergoer ? undefined : inlineList(text, claim.predicate, claim.modality);
  if (!list) {
    const told = toldIn(text, [claim.ahead, claim.predicate]);
    const action = actionOf(text, claim, told, claim.parties);
    return action.length < 3 ? [] : [make(sentence, claim, claim, action, told, [whole(sentence)])];
  }
  const common = toldIn(text, [claim.ahead, list.ahead]);
  const words = wordsOfAction(text.slice(list.ahead.start, list.ahead.end));
  const opening = { start: sentence.start, end: sentence.start + list.ahead.end };
  return list.items.flatMap((item) => {
    const told = toldIn(text, [item]);
    const { negated, action } = itemAction(text, item, told, asideless(words));
    if (action === '') return [];
    const modality = negated && claim.modality === 'obligation' ? 'prohibition' : claim.modality;
    const evidence = text.length <= 700 ? [whole(sentence)] : [inDocument(sentence, item), opening];
    return [make(sentence, { ...claim, modality }, claim, action, joined(common, told), evidence)];
  });
};

/** "At its own cost": said of every item, and no word of its action. */
const asideless = (words: string): string =>
  /^(?:at|in|during|on|under|with|by)\b/i.test(words) || words.startsWith(',') ? '' : words;

type Borne = { readonly parties: readonly Party[]; readonly surety: number };

const make = (
  sentence: Sentence,
  claim: Pick<Claim, 'modality' | 'relieved' | 'patient'>,
  borne: Borne,
  action: string,
  told: Told,
  evidence: readonly Span[],
): Draft => ({
  parties: borne.parties,
  modality: claim.modality,
  action: claim.relieved ? `not ${action}` : action,
  patient: claim.patient,
  condition: told.condition,
  trigger: told.trigger,
  when: told.when.map((span) => inDocument(sentence, span)),
  evidence,
  surety: borne.surety,
});

const joined = (one: Told, two: Told): Told => ({
  condition: both(one.condition, two.condition),
  trigger: both(one.trigger, two.trigger),
  when: [...one.when, ...two.when],
  spans: [...one.spans, ...two.spans],
});

const whole = ({ start, end }: Sentence): Span => ({ start, end });

const actionOf = (text: string, claim: Claim, told: Told, bearers: readonly Party[]): string => {
  const span = withoutEnds(text, firstClause(text, claim.predicate), told.spans);
  const words = text.slice(span.start, span.end);
  if (claim.lead !== '') return `${claim.lead} ${wordsOfAction(words.replace(/^\s*receive\b/i, 'receives'))}`;
  if (!claim.undergoer) return wordsOfAction(words.replace(/^\s*(?:from|for)\s+(?=\w+ing\b)/i, ''));
  const names = bearers.flatMap(({ name, aliases }) => [name, ...aliases]);
  return activeOf(text.slice(claim.undergoer.start, claim.undergoer.end), words, names);
};

const itemAction = (text: string, item: Span, told: Told, lead: string): { negated: boolean; action: string } => {
  const span = withoutEnds(text, item, told.spans);
  const words = wordsOfAction(text.slice(span.start, span.end));
  const negated = lead === '' && /^(?:not|never|refrain\s+from)\b/i.test(words);
  const action = negated ? words.replace(/^(?:not|never|refrain\s+from)\s+(?:to\s+)?/i, '') : words;
  return { negated, action: lead === '' || action === '' ? action : `${lead} ${action}` };
};

/** An item of a list, said of whom its lead speaks, as far as nobody else is spoken of in it. */
const carried = (lead: Lead, sentence: Sentence, next: Claim | undefined, parties: readonly Party[]): Draft[] => {
  const { text } = sentence;
  const until = next && next.parties.length > 0 ? next.begins : text.length;
  const item = { start: sentence.body, end: Math.max(sentence.body, until) };
  const told = toldIn(text, [item]);
  const { negated, action } = itemAction(text, item, told, lead.words);
  if (action.length < 3 || parties.length === 0) return [];
  const draft = make(
    sentence,
    {
      modality: negated && lead.modality === 'obligation' ? 'prohibition' : lead.modality,
      relieved: lead.relieved,
      patient: [],
    },
    { parties: lead.parties, surety: lead.surety * 0.95 },
    action,
    told,
    [whole(sentence), ...lead.evidence],
  );
  return [
    {
      ...draft,
      condition: both(lead.condition, draft.condition),
      trigger: both(lead.trigger, draft.trigger),
      when: [...lead.when, ...draft.when],
    },
  ];
};

const draftOf = (sentence: Sentence, { party, modality, action, lead, scope, surety }: Unspoken): Draft => {
  const { text } = sentence;
  const told = toldIn(text, [scope]);
  const span = typeof action === 'string' ? undefined : withoutEnds(text, action, told.spans);
  const words = span === undefined ? String(action) : text.slice(span.start, span.end);
  const claim = { modality, relieved: false, patient: [] };
  return make(
    sentence,
    claim,
    { parties: [party], surety },
    lead === undefined ? wordsOfAction(words) : `${lead} ${beginsSmall(wordsOfAction(words))}`,
    told,
    [whole(sentence)],
  );
};

/** "Each party" means those whom the document introduces as such. */
const bySides = (draft: Draft, sides: readonly Party[], all: readonly Party[]): Draft =>
  draft.parties.length === all.length && all.length > sides.length ? { ...draft, parties: sides } : draft;

const readingsOf = (draft: Draft, parties: readonly Party[]): DutyReading[] =>
  draft.parties.map((party) => ({
    party: party.name,
    modality: draft.modality,
    action: draft.action,
    counterparty: counterpartyOf(draft, party, parties),
    condition: draft.condition,
    trigger: draft.trigger,
    deadlineWords: draft.when,
    evidence: draft.evidence,
    confidence: confidenceOf(draft.surety, draft.evidence),
  }));

/** Whoever else the action names, where that is just one: "pay the Landlord". */
const counterpartyOf = ({ action, patient }: Draft, party: Party, parties: readonly Party[]): string | undefined => {
  const [undergoing] = patient;
  if (undergoing && patient.length === 1 && undergoing !== party) return undergoing.name;
  const others = new Set(
    mentionsIn(action, parties).flatMap(({ parties: named, either, possessive }) =>
      possessive || either || named.length !== 1 ? [] : named.filter((one) => one !== party),
    ),
  );
  const [other] = others;
  return others.size === 1 ? other?.name : undefined;
};
