import test from 'ava';
import { publish } from '../../contracts/passage-samples.ts';
import { testPassages } from '../../contracts/passages.ts';
import { ours, theirs } from '../../contracts/store.ts';
import { createEmbeddedStore } from '../../support/embedded-store.ts';

testPassages(test, createEmbeddedStore);

test('the words of one workspace do not change the scores of another', async (t) => {
  const { passages } = (await createEmbeddedStore(t)).store;
  await publish(passages, ours, 'd', ['the rent is due', 'the tenant', 'the landlord']);
  const before = await passages.lexical(ours, { terms: ['rent', 'tenant'] }, { limit: 9 });
  await publish(passages, theirs, 'd', ['rent', 'rent and more rent', 'rent again', 'a cat']);
  t.deepEqual(await passages.lexical(ours, { terms: ['rent', 'tenant'] }, { limit: 9 }), before);
});
