import test from 'ava';
import { fileNameOf } from '../../../core/document/file-name.ts';

test('folders of either kind of system go', (t) => {
  t.is(fileNameOf('/etc/passwd'), 'passwd');
  t.is(fileNameOf('..\\..\\Windows\\win.ini'), 'win.ini');
  t.is(fileNameOf('C:\\contracts\\lease.pdf'), 'lease.pdf');
  t.is(fileNameOf('contracts/lease.pdf/'), 'lease.pdf');
});

test('what cannot be seen goes, and with it what makes a name look like another', (t) => {
  t.is(fileNameOf('lease\n.pdf\u0000'), 'lease.pdf');
  t.is(fileNameOf('invoice\u202Efdp.exe'), 'invoicefdp.exe');
  t.is(fileNameOf('  lease.pdf '), 'lease.pdf');
});

test('a name without a name has one', (t) => {
  for (const name of ['', '/', '..', './.', '\u0007']) t.is(fileNameOf(name), 'unnamed');
});

test('a long name is cut in its middle and keeps its extension', (t) => {
  const cut = fileNameOf(`${'👍'.repeat(1000)}.pdf`);
  t.true(cut.endsWith('.pdf'));
  t.is([...cut].length, 255);
  t.true(cut.isWellFormed());
});
