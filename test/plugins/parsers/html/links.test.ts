import test from 'ava';
import { page, read } from './pages.ts';

const linksOf = async (body: string): Promise<string[]> => {
  const { text, links } = await read(page(body));
  return links.map(({ charStart, charEnd, target }) => `${text.slice(charStart, charEnd)} -> ${target}`);
};

test('links: what is linked and where it leads, in paragraphs, over blocks and in cells', async (t) => {
  t.deepEqual(
    await linksOf(
      'See  <a href="https://a.example/x?y=1&amp;z"> the\n <b>terms</b> </a>, <a href=page2.html>next</a>' +
        '<a href="mailto:ann@a.example"><h2>Ann</h2><p>writes</a>' +
        '<table><tr><td>a  b <a href="http://b.example">  link  👍 </a> <td>x<tr><td>1<td><a href=http://c.example>c</a></table>',
    ),
    [
      'the terms -> https://a.example/x?y=1&z',
      'next -> page2.html',
      'Ann -> mailto:ann@a.example',
      'writes -> mailto:ann@a.example',
      'link 👍 -> http://b.example',
      'c -> http://c.example',
    ],
  );
});

test('links that run something, lead into the page itself or are hidden lead nowhere', async (t) => {
  const bad = ['javascript:alert(1)', ' JavaScript:x', 'java\nscript:x', '&#1;vbscript:x', 'data:text/html,x', '#top'];
  const links = bad.map((href) => `<a href="${href}">x</a> `).join('');
  t.deepEqual(await linksOf(`${links}<a name=top>y</a><a hidden href=http://a.example>z</a>`), []);
  t.deepEqual(await linksOf(`<a href="http://a.example/${'x'.repeat(2000)}">long</a>`), []);
});
