import test from 'ava';
import type { Outcome } from '../../../../agents/retrieval/answer/outcome.ts';
import { openLibrary } from '../../../support/library.ts';

const texts: Readonly<Record<string, string>> = {
  chinese:
    '租赁合同\n\n第一条 租赁期限为三年，自2026年1月1日起算。\n\n第二条 押金为两个月租金，于签约时支付。\n\n' +
    '第三条 承租人提前解除合同的，应当提前九十日书面通知出租人。',
  japanese:
    '賃貸借契約書\n\n第1条 家賃は月額15万円とし、毎月末日までに支払うものとします。\n\n' +
    '第2条 契約を解約する場合は、1か月前に書面で通知するものとします。',
  arabic: 'عقد إيجار\n\nالإيجار الشهري هو 450 دينارا ويدفع في أول كل شهر.\n\nمدة الإشعار ثلاثة أشهر.',
  emoji: 'House rules 👨‍👩‍👧‍👦\n\nThe 𠮷 kitchen 🍳 closes at 22:00 on weekdays.\n\nBicycles are kept in the yard.',
};

for (const [question, document, holds] of [
  ['押金是多少？', 'chinese', '押金为两个月租金'],
  ['提前解除合同需要提前多少天通知？', 'chinese', '提前九十日'],
  ['家賃はいくらですか', 'japanese', '月額15万円'],
  ['解約の通知はいつまでに必要ですか', 'japanese', '1か月前'],
  ['كم الإيجار الشهري', 'arabic', '450'],
  ['When does the kitchen close?', 'emoji', '22:00'],
] as const) {
  test(`answered in its own script, by a verbatim quote: ${question}`, async (t) => {
    const { call } = await openLibrary(t, texts);
    const { answered, citations } = await call<Outcome>('ask', { question });
    t.true(answered);
    t.true(citations.some(({ document_id, quote }) => document_id === document && quote.includes(holds)));
    for (const { document_id, start, end, quote } of citations) {
      t.is(quote, (texts[document_id] ?? '').slice(start, end));
      t.true(quote.isWellFormed());
    }
  });
}

test('what a Japanese contract does not say is not answered from its endings', async (t) => {
  const { call } = await openLibrary(t, texts);
  t.false((await call<Outcome>('ask', { question: 'ペットは飼えますか' })).answered);
});
