import { z } from 'zod';
import { defineCapability, type Effect } from '../../../core/capability/capability.ts';
import { findingViewSchema } from '../findings/view.ts';
import { findingText } from '../overview/render.ts';
import type { RiskPorts } from '../ports.ts';
import type { Status } from './records.ts';

const findingField = z.string().min(1).max(100).describe('The id of the finding, as risks gives it.');
const reason = z
  .string({ error: ({ input }) => (input === undefined ? 'is missing: say why' : undefined) })
  .trim()
  .min(1, 'is empty: say why')
  .max(2000);

const outputSchema = z.object({ document_id: z.string(), name: z.string(), finding: findingViewSchema });

type DecisionInput = z.ZodObject<{ finding: z.ZodString; reason: z.ZodString | z.ZodOptional<z.ZodString> }>;

type Verb = {
  readonly verb: 'accept' | 'dismiss' | 'reopen';
  readonly status: Status;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly input: DecisionInput;
  readonly effect: Effect;
  readonly example: string;
};

const kept = 'Who decided, when and why is kept, and holds as long as the document has the same words.';

const verbs: readonly Verb[] = [
  {
    verb: 'accept',
    status: 'accepted',
    title: 'Accept a risk',
    summary: 'Writes down that a risk is known and that one lives with it.',
    description: `It is still shown, as accepted. ${kept}`,
    input: z.strictObject({ finding: findingField, reason: reason.optional().describe('Why, in your own words.') }),
    effect: 'write',
    example: 'risks accept FINDING-ID --reason "Insured up to twice that sum"',
  },
  {
    verb: 'dismiss',
    status: 'dismissed',
    title: 'Dismiss a risk',
    summary: 'Writes down that a finding is no risk here, and why.',
    description: `It is no longer shown unless that is asked for. ${kept}`,
    input: z.strictObject({ finding: findingField, reason: reason.describe('Why it is none; needed.') }),
    effect: 'destructive',
    example: 'risks dismiss FINDING-ID --reason "The schedule that it speaks of was never signed"',
  },
  {
    verb: 'reopen',
    status: 'open',
    title: 'Reopen a risk',
    summary: 'Takes back that a risk was accepted or dismissed.',
    description: kept,
    input: z.strictObject({ finding: findingField, reason: reason.optional().describe('Why, in your own words.') }),
    effect: 'write',
    example: 'risks reopen FINDING-ID',
  },
];

export const decisionCapabilities = (ports: RiskPorts) => verbs.map((verb) => decisionCapability(ports, verb));

const decisionCapability = (
  ports: RiskPorts,
  { verb, status, title, summary, description, input, effect, example }: Verb,
) =>
  defineCapability({
    name: `risks.${verb}`,
    title,
    summary,
    description,
    input,
    output: outputSchema,
    scope: 'risks:write',
    effect,
    idempotent: true,
    http: { method: 'post', path: `/risks/{finding}/${verb}` },
    cli: { positionals: ['finding'], examples: [example] },
    render: ({ name, finding }, style) => `${style.bold(name)}\n${findingText(finding, style)}`,
    run: async ({ finding: id, reason: why }, { principal }) => {
      const { decide } = await import('./decide.ts');
      const { documentId, name, finding } = await decide(ports, principal, id, { status, reason: why });
      return { document_id: documentId, name, finding };
    },
  });
