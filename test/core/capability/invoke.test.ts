import test from 'ava';
import { z } from 'zod';
import { defineCapability } from '../../../core/capability/capability.ts';
import { createInvoke } from '../../../core/capability/invoke.ts';
import { DossierError } from '../../../core/errors/error.ts';
import { localPrincipal, type Principal } from '../../../core/identity/principal.ts';
import { silentLogger } from '../../../core/ports/logger.ts';
import { createTestClock } from '../../support/clock.ts';

const clock = createTestClock();
const invoke = createInvoke({ log: silentLogger, clock });
const call = { principal: localPrincipal, requestId: 'r1' };

const double = defineCapability({
  name: 'numbers.double',
  title: 'Double',
  summary: 'Doubles a number.',
  input: z.strictObject({ value: z.number(), secret: z.string().default('s') }),
  output: z.object({ value: z.number() }),
  scope: 'numbers:read',
  effect: 'read',
  run: async ({ value }) => ({ value: value * 2 }),
});

test('input is checked before, output after the run', async (t) => {
  t.deepEqual(await invoke(double, { value: 2 }, call), { value: 4 });
  const bad = await t.throwsAsync(invoke(double, { value: 'classified', other: 1 }, call), {
    instanceOf: DossierError,
  });
  t.is(bad?.code, 'invalid_input');
  t.true(bad?.message.includes('value'));
  t.false(bad?.message.includes('classified'));
  const wrong = { ...double, run: async () => ({ value: 'no' as unknown as number }) };
  t.is((await t.throwsAsync(invoke(wrong, { value: 1 }, call), { instanceOf: DossierError }))?.code, 'internal');
});

test('a principal without the scope is refused before the input is looked at', async (t) => {
  const reader: Principal = { ...localPrincipal, scopes: ['documents:read'] };
  const error = await t.throwsAsync(invoke(double, {}, { ...call, principal: reader }), { instanceOf: DossierError });
  t.is(error?.code, 'forbidden');
  t.deepEqual(await invoke(double, { value: 1 }, { ...call, principal: { ...reader, scopes: ['numbers:read'] } }), {
    value: 2,
  });
});

test('a call stops when the caller cancels, even if the work does not listen', async (t) => {
  const controller = new AbortController();
  const endless = { ...double, run: () => new Promise<never>(() => {}) };
  const running = invoke(endless, { value: 1 }, { ...call, signal: controller.signal });
  controller.abort();
  t.is((await t.throwsAsync(running, { instanceOf: DossierError }))?.code, 'cancelled');
});

test('a call stops after its time', async (t) => {
  const endless = { ...double, timeoutSeconds: 30, run: () => new Promise<never>(() => {}) };
  const running = invoke(endless, { value: 1 }, call);
  clock.advance(30_000);
  t.is((await t.throwsAsync(running, { instanceOf: DossierError }))?.code, 'timeout');
});

test('what is thrown without a code leaves as internal, without its message', async (t) => {
  const leaky = {
    ...double,
    run: async () => {
      throw new Error('the tenant is Mr Smith');
    },
  };
  const error = await t.throwsAsync(invoke(leaky, { value: 1 }, call), { instanceOf: DossierError });
  t.is(error?.code, 'internal');
  t.false(JSON.stringify(error).includes('Smith'));
});
