import { z } from 'zod';
import { repeated } from '../capability/repeated.ts';
import type { ClauseModel } from '../ports/clauses.ts';
import { type AnyDetector, documentKinds, riskCategories } from '../ports/detector.ts';
import type { AnyNotifier } from '../ports/notifier.ts';
import type { Agent, AnyPlugin, Contributions } from './define.ts';

/**
 * What is wrong with what a plugin returned. Clause models, detectors and notifiers are data as well as code, and other plugins show
 * and store that data: what breaks their contract is found at the start and not in the middle of somebody's report.
 */
export const contributionProblems = (plugin: AnyPlugin, made: Partial<Contributions>): string[] => {
  const absent = plugin.provides.filter((kind) => made[kind] === undefined);
  if (absent.length > 0) return [`${plugin.name} promises ${absent.join(', ')} but did not return it`];
  return [
    ...(made.clauses === undefined ? [] : clauseProblems(made.clauses)),
    ...(made.detector === undefined ? [] : detectorProblems(made.detector)),
    ...(made.notifier === undefined ? [] : notifierProblems(made.notifier)),
    ...(made.agent === undefined ? [] : [...wakeProblems(made.agent), ...feedProblems(made.agent)]),
  ].map((problem) => `${plugin.name} ${problem}`);
};

const words = z.string().regex(/\S/);

const modelSchema = z.object({
  id: words,
  taxonomy: z.array(z.object({ id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), title: words, description: words })),
});

const clauseProblems = (model: ClauseModel): string[] => {
  const parsed = modelSchema.safeParse(model);
  if (!parsed.success) return issues(parsed.error, 'is no clause model');
  return repeated(parsed.data.taxonomy.map(({ id }) => id)).map((id) => `has two clause types with the id ${id}`);
};

const detectorSchema = z.object({
  title: words,
  kind: z.enum(['present', 'missing', 'conflict']),
  category: z.enum(riskCategories),
  what: words,
  why: words,
  ask: words,
  appliesTo: z.array(z.enum(documentKinds)).min(1).optional(),
  policy: z.object({ safeParse: z.function(), strict: z.function(), shape: z.record(z.string(), z.unknown()) }),
});

const detectorProblems = (detector: AnyDetector): string[] => {
  const parsed = detectorSchema.safeParse(detector);
  if (!parsed.success) return issues(parsed.error, 'is no detector');
  return detector.policy.safeParse({}).success ? [] : ['has a threshold without a default'];
};

const notifierSchema = z.object({
  channel: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'Expected lower case with dashes'),
  title: words,
  address: z.object({ safeParse: z.function() }),
  proof: z.boolean(),
  clientSettings: z.record(z.string(), z.string()).optional(),
  mask: z.function(),
  send: z.function(),
  wasSent: z.function().optional(),
  readBounce: z.function().optional(),
});

const notifierProblems = (notifier: AnyNotifier): string[] => {
  const parsed = notifierSchema.safeParse(notifier);
  if (!parsed.success) return issues(parsed.error, 'is no notifier');
  const { address, defaultAddress } = notifier;
  return defaultAddress === undefined || address.safeParse(defaultAddress).success
    ? []
    : ['has a default address that it does not take itself'];
};

/** Names of wakes stand in records and in triggers, beside those of agents. */
const wakeProblems = ({ wakes = {} }: Agent): string[] =>
  Object.keys(wakes)
    .filter((name) => !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
    .map((name) => `has a wake named "${name}": lower case with dashes`);

/** Names of feeds are parts of paths. */
const feedProblems = ({ feeds = {} }: Agent): string[] =>
  Object.keys(feeds)
    .filter((name) => !/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(name))
    .map((name) => `has a feed named "${name}": lower case with dots or dashes`);

const issues = (error: z.ZodError, what: string): string[] =>
  error.issues.map(({ path, message }) => `${what}: ${path.join('.')}: ${message}`);
