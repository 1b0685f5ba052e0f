import test from 'ava';
import { DossierError } from '../../../core/errors/error.ts';
import { requireInstalled } from '../../../core/plugin/installed.ts';

test('a package that is not installed is named, with the command that installs it', (t) => {
  const error = t.throws(() => requireInstalled('@dossier-test/not-installed'), { instanceOf: DossierError });
  t.is(error.code, 'package_missing');
  t.is(error.hint, 'Install it: npm install @dossier-test/not-installed.');
});

test('a package that is installed passes', (t) => {
  t.notThrows(() => requireInstalled('zod'));
});
