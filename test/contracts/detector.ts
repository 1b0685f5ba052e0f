import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TestFn } from 'ava';
import type { ParsedDocument } from '../../core/document/parsed.ts';
import type { AnyPlugin } from '../../core/plugin/define.ts';
import { type Detected, type DocumentKind, documentKinds, severities } from '../../core/ports/detector.ts';
import { partiesOf } from '../../core/reading/parties.ts';
import { detect, detectorOf } from '../support/detectors.ts';
import { readText } from '../support/read-text.ts';

/** A document in which the detector finds something. */
export type RiskyDocument = {
  /** As a plain text, or as a parser gives it. */
  readonly text: string | ParsedDocument;
  readonly kind: DocumentKind;
  /** Of the same contract, as plain texts. */
  readonly related?: readonly string[];
};

const articles = ['coffee', 'krakatoa', 'panama-canal', 'weimar-hyperinflation'];
const sentence = /^\p{Lu}.*[.!?”"]$/su;

/** What every detector keeps to, ours and others'. */
export const testDetector = (test: TestFn, plugin: AnyPlugin, risky: RiskyDocument): void => {
  const read = ({ text, kind }: RiskyDocument) =>
    readText(text, { kind, parties: partiesOf(typeof text === 'string' ? text : text.text) });
  const related = (risky.related ?? []).map((text, at) =>
    readText(text, { documentId: `related-${at}`, kind: risky.kind }),
  );

  test('contract: it says what it is in words for people', async (t) => {
    const { title, what, why, ask, policy } = await detectorOf(plugin);
    t.regex(title, /^\p{Lu}[^.]{3,60}$/u);
    for (const words of [what, why, ask, plugin.summary]) t.regex(words, sentence);
    t.true(policy.safeParse({}).success, 'every threshold has a default');
    for (const [name, field] of Object.entries(policy.shape)) {
      t.regex((field as { description?: string }).description ?? '', sentence, `${name} is described`);
    }
  });

  test('contract: what it finds is in the document, is explained, and hurts parties of it', async (t) => {
    const document = read(risky);
    const found = detect(await detectorOf(plugin), document, { related });
    t.true(found.length > 0);
    for (const { evidence, severity, reasons, confidence, rationale, recommendation, hurts } of found) {
      for (const { start, end, documentId } of evidence) {
        const from = documentId === undefined ? document : related.find((each) => each.documentId === documentId);
        t.true(start >= 0 && start < end && end <= (from?.text.length ?? 0));
      }
      t.true(severities.includes(severity));
      t.true(reasons.length > 0);
      for (const words of [...reasons, rationale, recommendation]) t.regex(words, /^[\p{Lu}“\d].*[.!?”]$/su);
      t.true(confidence > 0 && confidence <= 1);
      for (const name of hurts) t.true(document.parties.some((party) => party.name === name));
    }
  });

  test('contract: a detector of what is there has evidence for it', async (t) => {
    const detector = await detectorOf(plugin);
    for (const { evidence } of detect(detector, read(risky), { related }))
      t.true(evidence.length > 0 || detector.kind === 'missing');
  });

  test('contract: the same document gives the same findings, and is left as it was', async (t) => {
    const detector = await detectorOf(plugin);
    const document = read(risky);
    const before = structuredClone({ text: document.text, units: document.units, parties: document.parties });
    const first = detect(detector, document, { related });
    t.deepEqual(detect(detector, document, { related }), first);
    t.deepEqual(detect(detector, read(risky), { related }), first);
    t.deepEqual({ text: document.text, units: document.units, parties: document.parties }, before);
  });

  test('contract: nothing is found in nothing, nor in texts that bind nobody', async (t) => {
    const detector = await detectorOf(plugin);
    // A protection may be missing from any text, except from one that is not there.
    const texts = detector.kind === 'missing' ? [''] : ['', ' \n\n ', ...articles.map(article)];
    const of = (text: string): readonly Detected[] =>
      documentKinds.flatMap((kind) => detect(detector, read({ text, kind })));
    for (const text of texts) t.deepEqual(of(text), []);
  });

  test('contract: text that was made to be read slowly is read', async (t) => {
    t.timeout(30_000);
    const detector = await detectorOf(plugin);
    const words =
      'Supplier shall not be liable for any fees or damages that exceed the rent renewed automatically and ';
    for (const text of [
      words.repeat(800),
      'a\n\n'.repeat(8_000),
      '('.repeat(30_000),
      `Supplier${' '.repeat(30_000)}shall`,
    ]) {
      detect(detector, read({ text: `${risky.text}\n\n${text}`, kind: risky.kind }));
    }
    t.pass();
  });

  test('contract: kinds of document that it does not read are real ones', async (t) => {
    const { appliesTo = documentKinds } = await detectorOf(plugin);
    for (const kind of appliesTo) t.true(documentKinds.includes(kind));
    t.true(appliesTo.includes(risky.kind));
  });
};

const general = path.join(import.meta.dirname, '../../eval/tuning/general/documents');
const article = (name: string): string => readFileSync(path.join(general, `${name}.txt`), 'utf8');
