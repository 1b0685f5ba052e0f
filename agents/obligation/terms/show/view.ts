import { z } from 'zod';
import { evidenceViewSchema } from '../../../../core/evidence/evidence-view.ts';
import type { Principal } from '../../../../core/identity/principal.ts';
import { verifiedEvidence } from '../../evidence.ts';
import { type Term, termNames } from '../../model/terms.ts';
import type { ObligationPorts } from '../../ports.ts';
import type { FactRecord } from '../facts/records.ts';
import type { ContractTerms } from '../load.ts';

const day = z.iso.date();

const termSchema = z.object({
  name: z.enum(termNames),
  value: z
    .string()
    .nullable()
    .describe(
      'A day as ISO 8601 ("perpetual" allowed for expirationDate), a length as an ISO 8601 duration, a law by its place; null while something is missing.',
    ),
  explanation: z.string().describe('For people, with the arithmetic where it was computed.'),
  needs: z
    .string()
    .nullable()
    .describe('What the document does not say and must be known first: give it to terms.set as fact.'),
  assumed: z
    .object({ value: z.string(), explanation: z.string(), confidence: z.number().min(0).max(1) })
    .nullable()
    .describe('Of what is open, a best estimate and what it takes for granted. No fact: nothing is reckoned from it.'),
  confidence: z.number().min(0).max(1),
  evidence: z.array(evidenceViewSchema).describe('Where each input of the value stands.'),
});
export type TermView = z.output<typeof termSchema>;

const periodSchema = z.object({
  as_of: day,
  renewals: z.int().nonnegative().describe('Renewals so far; 0 in the first term.'),
  ends: day.describe('The day on which the period is over.'),
  last_day: day.describe('Its last whole day.'),
  over: z.boolean().describe('It had ended by then, and nothing renews it.'),
  explanation: z.string(),
});

const changeSchema = z.object({
  terms: z.array(z.enum(termNames)),
  document_id: z.string().describe('The amendment.'),
  name: z.string(),
  day: day.nullable().describe('From when, where it says so.'),
  evidence: z.array(evidenceViewSchema).describe('What holds now.'),
  replaced: z.array(evidenceViewSchema).describe('What it replaces.'),
});

export const documentTermsSchema = z.object({
  document_id: z.string(),
  name: z.string(),
  as_of: day.nullable(),
  terms: z
    .array(termSchema)
    .describe('What the document states or what follows from it; what it does not speak of is left out.'),
  renewal: z
    .object({
      automatic: z.boolean(),
      length: z.string().nullable().describe('ISO 8601 duration of one renewal.'),
      times: z.int().positive().nullable().describe('How often; null for any number.'),
    })
    .nullable(),
  current: periodSchema.nullable().describe('The period that runs on as_of.'),
  changes: z.array(changeSchema).describe('Terms that amendments in force on as_of changed, with both quotes.'),
  amends: z
    .object({ document_id: z.string(), name: z.string() })
    .nullable()
    .describe('Of an amendment: the contract, whose own terms show the effect.'),
  parties: z.array(z.object({ name: z.string(), aliases: z.array(z.string()), evidence: z.array(evidenceViewSchema) })),
  facts: z
    .array(
      z.object({
        name: z.string(),
        day: day.nullable(),
        by: z.string(),
        at: z.string(),
        history: z.array(z.object({ day: day.nullable(), by: z.string(), at: z.string() })),
      }),
    )
    .describe('What people said that the document does not.'),
  open: z.array(z.string()).describe('What must still be known; each can be given to terms.set.'),
});
export type DocumentTermsView = z.output<typeof documentTermsSchema>;

/** What a caller gets of a contract's terms. A term whose evidence does not stand in the stored text is left out. */
export const termsView = async (
  ports: Pick<ObligationPorts, 'documents'>,
  principal: Principal,
  { terms: found, read, amends }: ContractTerms,
  facts: readonly FactRecord[],
): Promise<DocumentTermsView> => {
  const check = (sources: Term['evidence']) => verifiedEvidence(ports, principal, read, sources);
  const terms: TermView[] = [];
  for (const name of termNames) {
    const { evidence, assumed = null, ...term } = found.terms[name];
    if (term.value === null && term.explanation === '' && term.needs === null) continue;
    const checked = await check(evidence);
    const told = facts.length > 0 && term.confidence === 1;
    if (checked.length === 0 && !told) continue;
    terms.push({ ...term, assumed, evidence: checked });
  }
  const changes: DocumentTermsView['changes'] = [];
  for (const { terms: changed, by, day: from, evidence, replaced } of found.changes) {
    const name = read.find(({ documentId }) => documentId === by)?.name ?? by;
    changes.push({
      terms: [...changed],
      document_id: by,
      name,
      day: from,
      evidence: await check(evidence),
      replaced: await check(replaced),
    });
  }
  const parties: DocumentTermsView['parties'] = [];
  for (const { name, aliases, introduced } of found.parties) {
    parties.push({
      name,
      aliases: [...aliases],
      evidence: await check([{ documentId: found.documentId, ...introduced }]),
    });
  }
  const { renewal, current } = found;
  return {
    document_id: found.documentId,
    name: read[0]?.name ?? '',
    as_of: found.asOf,
    terms,
    renewal: renewal && { automatic: renewal.automatic, length: renewal.length, times: renewal.times },
    current: current && {
      as_of: current.asOf,
      renewals: current.renewals,
      ends: current.ends,
      last_day: current.lastDay,
      over: current.over,
      explanation: current.explanation,
    },
    changes,
    amends: amends === undefined ? null : { document_id: amends.documentId, name: amends.name },
    parties,
    facts: facts.flatMap(({ name, history }) => {
      const last = history.at(-1);
      return last === undefined ? [] : [{ name, ...last, history: [...history] }];
    }),
    open: [...new Set(terms.flatMap(({ needs }) => needs ?? []))],
  };
};
