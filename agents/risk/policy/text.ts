import type { PolicyView } from './view.ts';

/** What a workspace has changed, as a person is told; nothing where it is all defaults. */
export const policyText = ({ changed, problems }: PolicyView): string[] => {
  const off = changed.filter(({ enabled }) => !enabled).map(({ detector }) => detector);
  const set = changed.flatMap(({ detector, thresholds }) =>
    Object.entries(thresholds).map(([name, value]) => `${detector}.${name} = ${JSON.stringify(value)}`),
  );
  return [
    ...(off.length > 0 ? [`Switched off by your policy: ${off.join(', ')}.`] : []),
    ...(set.length > 0 ? [`Set by your policy: ${set.join(', ')}.`] : []),
    ...problems.map((problem) => `Of your policy this has no effect: ${problem}.`),
  ];
};
