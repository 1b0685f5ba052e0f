import { fileURLToPath } from 'node:url';
import test from 'ava';
import { loadExternalPlugins } from '../../core/plugin/load.ts';
import { testDetector } from '../../test/contracts/detector.ts';
import { detect, detectorOf } from '../../test/support/detectors.ts';
import { readText } from '../../test/support/read-text.ts';
import { openOffice, started } from '../../test/support/risk-office.ts';
import { plugin } from './paper-notice.ts';

const lease = `LEASE

1. Notices. Every notice under this lease must be sent by registered mail.

2. Rent. The rent is paid by the third day of each month.`;

testDetector(test, plugin, { text: lease, kind: 'lease' });

test('a notice that may come by e-mail is none', async (t) => {
  const text = lease.replace('registered mail', 'registered mail or e-mail');
  t.deepEqual(detect(await detectorOf(plugin), readText(text)), []);
});

test('a threshold switches fax off', async (t) => {
  const document = readText('Notices shall be sent by fax.');
  const detector = await detectorOf(plugin);
  t.is(detect(detector, document).length, 1);
  t.is(detect(detector, document, { policy: { fax: false } }).length, 0);
});

test('listed in the configuration, it is loaded from outside, and its findings are risks like all others', async (t) => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const [entry] = await loadExternalPlugins(['./paper-notice.ts'], folder, {});
  const office = await openOffice(t, { detectors: entry === undefined ? [] : [await started(entry.plugin)] });
  const id = await office.take('lease.txt', lease);
  const { findings } = await office.call<{
    findings: { detector: string; severity: string; evidence: { quote: string }[] }[];
  }>('risks', { document_ids: [id] });
  t.is(findings.length, 1);
  t.like(findings[0], { detector: 'example-paper-notice', severity: 'medium' });
  t.true(findings[0]?.evidence[0]?.quote.includes('registered mail'));
});
