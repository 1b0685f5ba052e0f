import test from 'ava';
import { jsonText, printable, printableLine, printableOutput, styleFor } from '../../../servers/cli/terminal.ts';

test('control characters reach no terminal; line ends and tabs of a text stay', (t) => {
  t.is(printable('a\u001b[31mb\u009b2Jc\u0007\r\n\td'), 'a\ufffd[31mb\ufffd2Jc\ufffd\ufffd\n\td');
});

test('a name keeps to its line and to its direction', (t) => {
  t.is(printableLine('a\nready  b\u202etxt.exe\u2028c'), 'a\ufffdready  b\ufffdtxt.exe\ufffdc');
  t.is(printableLine('Größe 📄 عقد.pdf'), 'Größe 📄 عقد.pdf');
});

test('in an output, names are one line and texts keep theirs', (t) => {
  const output = {
    name: 'a\nb',
    text: 'a\nb\u001b',
    sources: ['/x\ny'],
    files: [{ path: '/x\ny', pages: 2, error: { message: 'No \n file.' } }],
    none: null,
  };
  t.deepEqual(printableOutput(output), {
    name: 'a\ufffdb',
    text: 'a\nb\ufffd',
    sources: ['/x\ufffdy'],
    files: [{ path: '/x\ufffdy', pages: 2, error: { message: 'No \ufffd file.' } }],
    none: null,
  });
});

test('JSON for programs brings a terminal no control character either, and says the same', (t) => {
  const value = { text: 'a\u009b2Jb\u007f\u001bc\nGröße' };
  t.notRegex(jsonText(value), /\p{Cc}/u);
  t.deepEqual(JSON.parse(jsonText(value)), value);
  t.is(jsonText(value, 2).split('\n').length, 3);
});

test('colours only at a terminal, and not where they are unwanted', (t) => {
  const terminal = { write: () => {}, isTTY: true, columns: 60 };
  t.is(styleFor(terminal, {}).bold('x'), '\u001b[1mx\u001b[0m');
  t.is(styleFor(terminal, {}).width, 60);
  for (const environment of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) t.is(styleFor(terminal, environment).bold('x'), 'x');
  t.is(styleFor({ write: () => {} }, {}).bold('x'), 'x');
});
