import test from 'ava';
import { loadConfig } from '../../core/config/load.ts';
import { silentLogger } from '../../core/ports/logger.ts';
import { heldAgainst, isHeld, readFloors, told } from '../../eval/floors/floors.ts';
import { measureSamples } from '../../eval/floors/measure.ts';
import { measurements } from '../../eval/report/measurements.ts';
import { openApplication } from '../../servers/wiring.ts';
import { corpora, corpusPath } from '../support/corpora.ts';

test('no figure of the samples is below its floor', async (t) => {
  const wanted = [...new Set(measurements.map(({ corpus }) => corpus))];
  if (wanted.filter((corpus) => corpusPath(t, corpus) !== undefined).length === 0) return;
  t.timeout(170_000, 'the samples take some twenty seconds on two cores');
  const measured = await measureSamples(corpora, {
    open: (data) => openApplication(loadConfig({ environment: {}, flags: { data } }), { log: silentLogger }),
    progress: () => {},
    signal: new AbortController().signal,
  });
  const held = heldAgainst(readFloors(), measured);
  t.true(held.length > 0);
  t.deepEqual(held.filter((each) => !isHeld(each)).map(told), []);
});
