import { z } from 'zod';
import { defineCapability, type TextStyle } from '../../../core/capability/capability.ts';
import { riskCategories } from '../../../core/ports/detector.ts';
import { wrap } from '../../../core/text/wrap.ts';
import type { RiskPorts } from '../ports.ts';
import { changePolicy, type PolicyChange } from './change.ts';
import { type DetectorView, detectorView, detectorViewSchema } from './detectors.ts';
import { loadPolicy } from './effective.ts';
import { policyText } from './text.ts';
import { type PolicyView, policyView, policyViewSchema } from './view.ts';

export const policyCapabilities = (ports: RiskPorts) =>
  [listDetectors(ports), showPolicy(ports), setPolicy(ports)] as const;

const listDetectors = (ports: RiskPorts) =>
  defineCapability({
    name: 'risks.detectors',
    title: 'Detectors of risks',
    summary: 'Lists what is looked for: each risk with what it is, why it matters, what to ask for and its thresholds.',
    input: z.strictObject({
      category: z.enum(riskCategories).optional().describe('Only detectors of this category.'),
    }),
    output: z.object({ detectors: z.array(detectorViewSchema) }),
    scope: 'risks:read',
    effect: 'read',
    http: { method: 'get', path: '/risks/detectors' },
    render: ({ detectors }, style) =>
      detectors.length === 0
        ? 'No detectors run.'
        : detectors.map((detector) => detectorText(detector, style)).join('\n\n'),
    run: async ({ category }, { principal }) => {
      const { detectors } = await loadPolicy(ports, principal);
      const views = detectors.map(detectorView);
      return { detectors: views.filter((each) => category === undefined || each.category === category) };
    },
  });

const policyOutput = z.object({ policy: policyViewSchema });

const showPolicy = (ports: RiskPorts) =>
  defineCapability({
    name: 'risks.policy.show',
    title: 'Risk policy',
    summary: 'Shows which detectors are switched off or have thresholds of their own here.',
    input: z.strictObject({}),
    output: policyOutput,
    scope: 'risks:read',
    effect: 'read',
    http: { method: 'get', path: '/risks/policy' },
    render: ({ policy }) => shown(policy),
    run: async (_input, { principal }) => ({ policy: policyView(await loadPolicy(ports, principal)) }),
  });

const setPolicy = (ports: RiskPorts) =>
  defineCapability({
    name: 'risks.policy.set',
    title: 'Set the risk policy',
    summary: 'Switches detectors on or off and sets their thresholds; documents are looked through again with them.',
    description:
      'What is not named stays as it is; all of it is set, or nothing where anything is wrong. Thresholds and their meaning ' +
      'are in risks detectors. Decisions on findings stay.',
    input: z.strictObject({
      settings: z
        .array(z.string().min(1).max(500))
        .max(500)
        .default([])
        .describe(
          'DETECTOR.NAME=VALUE each, where NAME is enabled or a threshold; an empty VALUE goes back to the default.',
        ),
      detectors: z
        .record(z.string(), z.record(z.string(), z.json()))
        .default({})
        .describe(
          'The same for programs: {"DETECTOR": {"enabled": false, "NAME": VALUE}}; null goes back to the default.',
        ),
      reset: z.array(z.string().min(1)).max(500).default([]).describe('Detectors that go back to their defaults.'),
    }),
    output: policyOutput,
    scope: 'risks:write',
    effect: 'write',
    idempotent: true,
    http: { method: 'patch', path: '/risks/policy' },
    cli: {
      positionals: ['settings'],
      examples: [
        'risks policy set DETECTOR.enabled=false',
        'risks policy set DETECTOR.THRESHOLD=45',
        'risks policy set --reset DETECTOR',
      ],
    },
    render: ({ policy }) => shown(policy),
    run: async ({ settings, detectors, reset }, { principal }) => {
      const change = { ...changeOf(settings, detectors), reset };
      return { policy: policyView(await changePolicy(ports, principal, change)) };
    },
  });

const shown = (policy: PolicyView): string => policyText(policy).join('\n') || 'All detectors run with their defaults.';

/** One change of what was given in two ways, and every setting that cannot be read. */
const changeOf = (settings: readonly string[], given: PolicyChange['detectors']): Omit<PolicyChange, 'reset'> => {
  const detectors: Record<string, Readonly<Record<string, unknown>>> = { ...given };
  const problems: string[] = [];
  for (const setting of settings) {
    const [, detector, name, value] = /^([a-z0-9-]+)\.([\w-]+)=(.*)$/s.exec(setting) ?? [];
    if (detector === undefined || name === undefined || value === undefined)
      problems.push(`settings: ${setting.slice(0, 60)} is not DETECTOR.NAME=VALUE`);
    else detectors[detector] = { ...detectors[detector], [name]: readValue(value) };
  }
  return { detectors, problems };
};

const readValue = (text: string): unknown => {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const detectorText = (view: DetectorView, style: TextStyle): string => {
  const { detector, version, title, kind, category, what, why, ask, applies_to: kinds, enabled, thresholds } = view;
  const facts = [kind, category, kinds === null ? 'all documents' : kinds.join(', '), `version ${version}`];
  const said = (label: string, text: string) => wrap(`${label}: ${text}`, style.width, '  ');
  return [
    `${style.bold(title)}  ${style.dim(detector)}${enabled ? '' : `  ${style.bad('switched off')}`}`,
    style.dim(`  ${facts.join('; ')}`),
    said('What', what),
    said('Why', why),
    said('Ask for', ask),
    ...thresholds.map(({ name, description, value, default: usual }) =>
      said(
        name,
        `${shownValue(value)}${isSame(value, usual) ? '' : ` (default ${shownValue(usual)})`}  ${description}`,
      ),
    ),
  ].join('\n');
};

const shownValue = (value: unknown): string => (value === null ? 'not set' : JSON.stringify(value));
const isSame = (value: unknown, other: unknown): boolean => JSON.stringify(value) === JSON.stringify(other);
