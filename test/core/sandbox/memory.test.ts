import test from 'ava';
import { residentBytes, residentBytesByPs } from '../../../core/sandbox/memory.ts';

test('memory of a process, by /proc where there is one and by ps elsewhere', async (t) => {
  const own = process.memoryUsage.rss();
  for (const [way, measure] of Object.entries({ residentBytes, residentBytesByPs })) {
    const bytes = await measure(process.pid);
    if (bytes === undefined) t.log(`skipped: ${way} has nothing to ask on this machine`);
    else t.true(bytes > own / 2 && bytes < own * 2, `${way}: ${bytes} of ${own}`);
  }
  t.is(await residentBytes(2 ** 30), undefined);
});
