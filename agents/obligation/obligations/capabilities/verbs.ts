import { z } from 'zod';
import {
  type AnyCapability,
  defineCapability,
  type Effect,
  type TextStyle,
} from '../../../../core/capability/capability.ts';
import type { ObligationPorts } from '../../ports.ts';
import type { Act } from '../lifecycle/change.ts';
import { detailText } from '../render.ts';
import { type ObligationDetail, obligationDetailSchema } from '../view.ts';

export const idField = z.string().min(1).max(100).describe('The id of an obligation, as obligations gives it.');
const ids = z.array(idField).min(1).max(200).describe('Ids of obligations: the same for all of them, or for none.');
const why = z.string().trim().min(1).max(2000);
const reason = why.optional().describe('Why, in your own words.');
export const revision = z
  .int()
  .nonnegative()
  .optional()
  .describe('The revision that was seen, for a single one: refused with conflict where somebody else was quicker.');
const occurrence = z.iso.date();

const outputSchema = z.object({ obligations: z.array(obligationDetailSchema) });
const renderChanged = ({ obligations }: { obligations: ObligationDetail[] }, style: TextStyle): string =>
  obligations.map((each) => detailText(each, style)).join('\n\n');

const kept = 'Who did it, when and why is kept. It holds when the document is read again or replaced.';

type Actors = typeof import('../lifecycle/acts.ts');

type Verb<I extends z.ZodObject> = {
  readonly verb: string;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly input: I;
  readonly effect: Effect;
  readonly idempotent: boolean;
  readonly example: string;
  readonly act: (acts: Actors, input: z.output<I>) => Act;
};

const verb = <I extends z.ZodObject>(definition: Verb<I>): Verb<I> => definition;

const confirm = verb({
  verb: 'confirm',
  title: 'Confirm obligations',
  summary: 'Writes down that obligations are so: from now on they are reminded of.',
  description: `Whoever confirms is reminded, unless it is given to somebody else with obligations.edit. ${kept}`,
  input: z.strictObject({
    ids,
    from: z.iso
      .date()
      .optional()
      .describe(
        'Of a recurring one: the day from which on it counts; today without it. What was due before is left alone.',
      ),
    reason,
    revision,
  }),
  effect: 'write',
  idempotent: true,
  example: 'obligations confirm OBLIGATION-ID OTHER-ID',
  act: ({ confirming }, { from, reason: said }) => confirming({ from, reason: said }),
});

const done = verb({
  verb: 'done',
  title: 'Obligations are done',
  summary: 'Writes down that obligations are done; of a recurring one only the occurrence that is next.',
  description: `What was planned to remind of it is called off. Of a recurring one the next occurrence becomes current. ${kept}`,
  input: z.strictObject({
    ids,
    occurrence: occurrence
      .optional()
      .describe('Of a recurring one: which, by its day. Without it the one that is next to be done.'),
    reason,
    revision,
  }),
  effect: 'write',
  idempotent: false,
  example: 'obligations done OBLIGATION-ID',
  act: ({ doing }, { occurrence: which, reason: said }) => doing({ occurrence: which, reason: said }),
});

const snooze = verb({
  verb: 'snooze',
  title: 'Snooze obligations',
  summary: 'Says nothing more of obligations until a day.',
  description: `Not past the last day on which it is in time, unless that is over already. ${kept}`,
  input: z.strictObject({
    ids,
    until: z.iso.date().describe('The day on which it comes back: 2026-12-01.'),
    reason,
    revision,
  }),
  effect: 'write',
  idempotent: true,
  example: 'obligations snooze OBLIGATION-ID --until 2026-12-01',
  act: ({ snoozing }, { until, reason: said }) => snoozing({ until, reason: said }),
});

const dismiss = verb({
  verb: 'dismiss',
  title: 'Dismiss obligations',
  summary: 'Writes down that obligations are none, or not yours, and why: they are never reminded of.',
  description: `They are no longer shown unless that is asked for, and all that was planned for them is called off. Needs a reason. ${kept}`,
  input: z.strictObject({ ids, reason: why.describe('Why it is none; needed.'), revision }),
  effect: 'destructive',
  idempotent: true,
  example: 'obligations dismiss OBLIGATION-ID --reason "The option was never signed"',
  act: ({ dismissing }, { reason: said }) => dismissing({ reason: said }),
});

const reopen = verb({
  verb: 'reopen',
  title: 'Reopen obligations',
  summary: 'Takes back that obligations were done, dismissed or snoozed.',
  description: `They stand again as they did before, and are reminded of where they were confirmed. ${kept}`,
  input: z.strictObject({
    ids,
    occurrence: occurrence
      .optional()
      .describe('Of a recurring one: which is not done after all. Without it the one that was marked last.'),
    reason,
    revision,
  }),
  effect: 'write',
  idempotent: false,
  example: 'obligations reopen OBLIGATION-ID',
  act: ({ reopening }, { occurrence: which, reason: said }) => reopening({ occurrence: which, reason: said }),
});

export const verbCapabilities = (ports: ObligationPorts): readonly AnyCapability[] => [
  verbCapability(ports, confirm),
  verbCapability(ports, done),
  verbCapability(ports, snooze),
  verbCapability(ports, dismiss),
  verbCapability(ports, reopen),
];

const verbCapability = <I extends z.ZodObject>(ports: ObligationPorts, definition: Verb<I>): AnyCapability => {
  const { verb: name, title, summary, description, input, effect, idempotent, example, act } = definition;
  return defineCapability({
    name: `obligations.${name}`,
    title,
    summary,
    description,
    input,
    output: outputSchema,
    scope: 'obligations:write',
    effect,
    idempotent,
    http: { method: 'post', path: `/obligations/${name}` },
    cli: { positionals: ['ids' as keyof z.input<I> & string], examples: [example] },
    render: renderChanged,
    run: async (given, { principal }) => {
      const acts = await import('../lifecycle/acts.ts');
      const { changed } = await import('../lifecycle/answer.ts');
      const { ids: named, revision: seen } = given as { ids: string[]; revision?: number };
      return changed(ports, principal, named, act(acts, given), seen);
    },
  });
};
