import type { AnyPlugin } from '../../core/plugin/define.ts';
import type { AnyDetector, Detected, ReadDocument } from '../../core/ports/detector.ts';
import { silentLogger } from '../../core/ports/logger.ts';
import { bareContract } from './bare-contract.ts';

/** The detector that a plugin brings. */
export const detectorOf = async (plugin: AnyPlugin): Promise<AnyDetector> => {
  const context = { options: plugin.options.parse({}), ports: {}, log: silentLogger };
  const { detector } = await plugin.setup(context as never);
  if (detector === undefined) throw new Error('The plugin brings no detector.');
  return detector;
};

/** What it finds, under the default policy but for what is given; nothing in kinds that it does not read. */
export const detect = (
  detector: AnyDetector,
  document: ReadDocument,
  { related = [], policy = {} }: { readonly related?: readonly ReadDocument[]; readonly policy?: object } = {},
): readonly Detected[] => {
  if (detector.appliesTo !== undefined && !detector.appliesTo.includes(document.kind)) return [];
  return detector.detect({ document, related, policy: detector.policy.parse(policy) as never });
};

/** What a detector finds in a contract for services with these clauses, as the sentences that each finding shows. */
export const shownBy =
  (detector: AnyDetector) =>
  (...clauses: readonly string[]): readonly (readonly string[])[] => {
    const document = bareContract('services', ...clauses);
    return detect(detector, document).map(({ evidence }) =>
      evidence.map(({ start, end }) => document.text.slice(start, end).replace(/^\d+\. /, '')),
    );
  };
