import test from 'ava';
import type { RisksOutput } from '../../../agents/risk/overview/capability.ts';
import type { DocumentRisks } from '../../../agents/risk/overview/view.ts';
import type { DetectorView } from '../../../agents/risk/policy/detectors.ts';
import type { PolicyView } from '../../../agents/risk/policy/view.ts';
import type { DossierError } from '../../../core/errors/error.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { openOffice } from '../../support/risk-office.ts';
import { supply } from './texts.ts';

type Risks = DocumentRisks & RisksOutput;

test('a workspace sets thresholds and switches detectors, and its results follow and say so', async (t) => {
  const { call, take } = await openOffice(t);
  const id = await take('supply.txt', supply);
  const notices = async (principal = localPrincipal) => {
    const { findings, policy } = await call<Risks>('risks', { document_ids: [id] }, principal);
    return { days: findings.filter(({ detector }) => detector === 'toy-notice').length, policy, findings };
  };
  t.is((await notices()).days, 2);
  const { policy } = await call<{ policy: PolicyView }>('risks.policy.set', {
    settings: ['toy-notice.max_days=100', 'toy-unlimited.enabled=false'],
  });
  t.deepEqual(policy.changed, [
    { detector: 'toy-notice', enabled: true, thresholds: { max_days: 100 } },
    { detector: 'toy-unlimited', enabled: false, thresholds: {} },
  ]);
  t.is(policy.updated_by, 'local');
  const now = await notices();
  t.is(now.days, 1);
  t.deepEqual(now.policy, policy);
  t.false(now.findings.some(({ detector }) => detector === 'toy-unlimited'));
  t.true(now.findings[0]?.reasons[0]?.includes('at most 100'));
  await call('risks.policy.set', { detectors: { 'toy-notice': { max_days: null } }, reset: ['toy-unlimited'] });
  t.deepEqual((await call<{ policy: PolicyView }>('risks.policy.show')).policy.changed, []);
  t.is((await notices()).days, 2);
});

test('everything that is wrong with a policy is said at once, and nothing of it is set', async (t) => {
  const { call } = await openOffice(t);
  const refused = await t.throwsAsync<DossierError>(
    call('risks.policy.set', {
      settings: ['toy-notice.max_days=many', 'toy-notice.color=red', 'nonsense', 'toy-law.enabled=false'],
      detectors: { 'toy-no-law': { enabled: 'maybe' }, 'toy-unlimited': { enabled: false } },
      reset: ['toy-gone'],
    }),
  );
  t.is(refused?.code, 'invalid_input');
  const message = refused?.message ?? '';
  for (const part of ['nonsense', 'toy-law', 'toy-gone', 'toy-no-law.enabled', 'toy-notice.max_days'])
    t.true(message.includes(part), `${part} is not in: ${message}`);
  t.regex(message, /toy-notice\.color: there is no such threshold; it has enabled, max_days, severe_days/);
  t.deepEqual((await call<{ policy: PolicyView }>('risks.policy.show')).policy.changed, []);
});

test('a policy is its workspace’s own', async (t) => {
  const { call } = await openOffice(t);
  await call('risks.policy.set', { settings: ['toy-unlimited.enabled=false'] });
  const other = { ...localPrincipal, workspace: 'other' };
  t.deepEqual((await call<{ policy: PolicyView }>('risks.policy.show', {}, other)).policy.changed, []);
});

test('what was set for a detector that is gone or has other thresholds now has no effect, which is said', async (t) => {
  const { call, take, now } = await openOffice(t);
  const id = await take('supply.txt', supply);
  await call('risks.policy.set', { settings: ['toy-notice.max_days=100', 'toy-payment.enabled=false'] });
  now.detectors = now.detectors
    .filter((each) => each.id !== 'toy-payment')
    .map((each) =>
      each.id === 'toy-notice'
        ? { ...each, detector: { ...each.detector, policy: each.detector.policy.omit({ max_days: true }) } }
        : each,
    );
  const { policy } = await call<Risks>('risks', { document_ids: [id] });
  t.is(policy.problems.length, 2);
  t.regex(policy.problems.join('\n'), /toy-notice: .*its defaults are used/);
  t.regex(policy.problems.join('\n'), /toy-payment: no such detector runs/);
  const forgotten = await call<{ policy: PolicyView }>('risks.policy.set', { reset: ['toy-payment', 'toy-notice'] });
  t.deepEqual(forgotten.policy.problems, []);
});

test('the taxonomy says what is looked for, why, what to ask for, and which thresholds are in force', async (t) => {
  const { call } = await openOffice(t);
  await call('risks.policy.set', { settings: ['toy-notice.max_days=45'] });
  const { detectors } = await call<{ detectors: DetectorView[] }>('risks.detectors', { category: 'termination' });
  t.deepEqual(
    detectors.map(({ detector }) => detector),
    ['toy-notice'],
  );
  t.like(detectors[0], {
    title: 'Long notice period',
    kind: 'present',
    enabled: true,
    applies_to: null,
    thresholds: [
      { name: 'max_days', description: 'Longest notice period that is no risk, in days.', value: 45, default: 60 },
      { name: 'severe_days', value: 120, default: 120 },
    ],
  });
});
