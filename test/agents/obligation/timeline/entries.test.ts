import test from 'ava';
import type { DossierError } from '../../../../core/errors/error.ts';
import { openObligations } from '../../../support/obligation-office.ts';
import { edit, named } from '../obligations/acts.ts';
import { lease } from '../obligations/texts.ts';

test('whom an obligation was given to by hand can be asked for, and whoever it was taken from has it no more', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const { id, party } = await named(office, /certificate/);
  const timelineOf = async (who: string) =>
    (await office.call<{ timeline: string }>('timeline', { party: who })).timeline;
  t.regex(await timelineOf(party), /certificate of insurance/);
  const error = await t.throwsAsync<DossierError>(timelineOf('Harbour Brokers'));
  t.is(error.code, 'unknown_party');
  await edit(office, id, { party: 'Harbour Brokers' });
  t.regex(await timelineOf('Harbour Brokers'), /certificate of insurance/);
  t.notRegex(await timelineOf(party), /certificate of insurance/);
});
