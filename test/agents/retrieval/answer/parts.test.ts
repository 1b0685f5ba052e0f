import test from 'ava';
import type { Outcome } from '../../../../agents/retrieval/answer/outcome.ts';
import { type Block, parsedDocumentSchema } from '../../../../core/document/parsed.ts';
import { openLibrary } from '../../../support/library.ts';

const letter = (parts: readonly (readonly [Block['kind'], string])[]) => {
  let text = '';
  const blocks = parts.map(([kind, content]) => {
    const charStart = text === '' ? 0 : text.length + 2;
    text += `${text === '' ? '' : '\n\n'}${content}`;
    return { kind, page: 1, charStart, charEnd: text.length };
  });
  return parsedDocumentSchema.parse({ text, blocks, pages: [{ number: 1, charStart: 0, charEnd: text.length }] });
};

const offer = 'The deposit for the workshop in Elm Street is 2,400 euros, payable on signing.';
const counter = 'The deposit for the workshop in Elm Street is 1,800 euros, payable on signing.';
const question = 'How much is the deposit for the workshop in Elm Street?';

test('what an e-mail says itself is quoted before what it quotes, which is told', async (t) => {
  const mail = letter([
    ['paragraph', counter],
    ['quoted-history', offer],
  ]);
  const { call } = await openLibrary(t, { mail });
  const { citations, answer } = await call<Outcome>('ask', { question });
  t.is(citations[0]?.quote, counter);
  t.is(citations[0]?.part, undefined);
  const [, quoted] = citations;
  t.is(quoted?.part, 'quoted-history');
  t.regex(answer, /^The deposit .*1,800/);
});

test('an answer from a comment says that it is one', async (t) => {
  const draft = letter([
    ['paragraph', 'Workshop in Elm Street. Both sides are still talking about what the tenant leaves with the owner.'],
    ['comment', offer],
  ]);
  const { call } = await openLibrary(t, { draft });
  const { answered, answer, citations } = await call<Outcome>('ask', { question });
  t.true(answered);
  t.is(citations[0]?.part, 'comment');
  t.regex(answer, /\(in a comment\)/);
  const { results } = await call<{ results: { part?: string }[] }>('search', { text: question });
  t.true(results.some(({ part }) => part === 'comment'));
});
