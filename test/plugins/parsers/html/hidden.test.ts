import test from 'ava';
import { outline, warningCodes } from '../outline.ts';
import { page, read } from './pages.ts';

const codesOf = async (body: string, head?: string): Promise<string[]> => warningCodes(await read(page(body, head)));

test('what no reader sees is not there', async (t) => {
  const hidden = [
    '<script>SECRET</script>',
    '<style>SECRET</style>',
    '<template>SECRET</template>',
    '<noscript>SECRET</noscript>',
    '<p hidden>SECRET</p>',
    '<p style="display: none">SECRET</p>',
    '<span style="color:red;visibility:hidden !important">SECRET</span>',
    '<span style="font-size:0px">SECRET</span>',
    '<div class="a off"><p>SECRET</div>',
    '<div id="gone">SECRET</div>',
    '<dialog>SECRET</dialog>',
    '<!-- SECRET -->',
    '<table><tr style="display:none"><td>SECRET<td>SECRET<tr><td>1<td hidden>SECRET<td>2</table>',
    '<ul><li hidden>SECRET</ul>',
  ];
  const head =
    '<style>/* x */ .off, #gone { color: red; display:none } @media print { .screen { display: none } }</style>';
  const document = await read(page(`${hidden.join('')}<p class="screen">Seen<p aria-hidden="true">Also seen`, head));
  t.notRegex(document.text, /SECRET/);
  t.deepEqual(outline(document), ['row 0.0: 0=1 | 1=2', 'paragraph: Seen', 'paragraph: Also seen']);
});

test('text that is hidden by tricks is left out, with a warning', async (t) => {
  const tricks = [
    '<p hidden>SECRET',
    '<div style="max-height:0;overflow:hidden">SECRET</div>',
    '<div style="height:1px; width:1px; overflow:hidden; position:absolute">SECRET</div>',
    '<p style="position:absolute; left:-9999px">SECRET',
    '<p style="text-indent:-5000px">SECRET',
    '<span style="clip: rect(0 0 0 0); position:absolute">SECRET</span>',
    '<span style="clip-path:inset(50%)">SECRET</span>',
    '<div style="mso-hide:all">SECRET</div>',
    '<span style="font-size:1px">SECRET</span>',
    '<span style="color:#FFF">SECRET</span>',
    '<font color=white>SECRET</font>',
    '<span style="color:transparent">SECRET</span>',
    '<span style="color:rgba(0,0,0,0)">SECRET</span>',
    '<table><tr><td bgcolor="#003366"><span style="color:rgb(0, 51, 102)">SECRET</span><td>x<tr><td>1<td>2</table>',
    '<ul style="background:#eee"><li style="color:#eeeeee">SECRET</ul>',
  ];
  for (const trick of tricks) {
    t.notRegex((await read(page(`<p>Seen</p>${trick}`))).text, /SECRET/, trick);
    t.deepEqual(await codesOf(`<p>Seen</p>${trick}`), ['hidden-text'], trick);
  }
  t.deepEqual(await codesOf('<script>x</script><p hidden> </p><p>Seen'), []);
});

test('what looks like a trick and is none is read', async (t) => {
  for (const honest of [
    '<td style="font-size:0px"><div style="font-size:13px">READ</div></td>',
    '<table style="font-size:0"><tr><td style="font-size:1em"><p style="font-size:12pt">READ</table>',
    '<div style="background:#000"><p style="color:white">READ</div>',
    '<div style="color:#fff"><p style="color:#333">READ</div>',
    '<div style="background-image:url(x.png)"><p style="color:#fff">READ</div>',
    '<div style="background:linear-gradient(red, blue)"><p style="color:#fff">READ</div>',
    '<p style="max-height:20px; overflow:hidden; text-indent:-20px; margin-left:-8px">READ',
  ]) {
    const { text, warnings } = await read(page(honest));
    t.deepEqual([text, warnings], ['READ', []], honest);
  }
  const button = '<body bgcolor=white><p class=button><a style="color:#fff">READ</a>';
  t.is((await read(page(button, '<style>.button { background: navy }</style>'))).text, 'READ');
});
