import test from 'ava';
import { outline } from '../outline.ts';
import { html, readMultipart, readText, utf8 } from './messages.ts';

const CHARSET = 'Content-Type: text/plain; charset=utf-8';

/** Blocks below the header: what is quoted is marked with ">>". */
const shown = (document: Parameters<typeof outline>[0]): string[] =>
  outline(document)
    .filter((line) => !/^(?:heading 1: |paragraph: From: ann@|paragraph: Attachments)/.test(line))
    .map((line) => line.replace(/^quoted-history: /, '>> ').replace(/^[a-z-]+(?: \d)?[^:]*: /, ''));

const plain = async (body: string, subject = 'Re: Rent'): Promise<string[]> =>
  shown(await readText(utf8(body), [CHARSET, `Subject: ${subject}`]));
const rich = async (body: string, subject = 'Re: Rent'): Promise<string[]> =>
  shown(await readMultipart('alternative', [html(body)], [`Subject: ${subject}`]));

test('lines with ">" and the line that says who wrote them are history', async (t) => {
  t.deepEqual(
    await plain(
      'Agreed.\n\nOn Tue, 14 Apr 2026 at 09:12, Ann Lee <ann@example.com>\nwrote:\n\n> The rent is 500.\n>\n> Ann\n\n-- \nBob',
    ),
    [
      'Agreed.',
      '>> On Tue, 14 Apr 2026 at 09:12, Ann Lee <ann@example.com>\nwrote:',
      '>> > The rent is 500.\n>\n> Ann',
      '-- \nBob',
    ],
  );
});

test('answers between quoted lines are the message', async (t) => {
  t.deepEqual(await plain('Ann Lee wrote:\n> Is the rent 500?\nNo, 600.\n> When?\nOn the first.'), [
    '>> Ann Lee wrote:\n> Is the rent 500?',
    'No, 600.',
    '>> > When?',
    'On the first.',
  ]);
});

test('who wrote, in several languages', async (t) => {
  for (const line of [
    'Am 14.04.2026 um 09:12 schrieb Ann Lee:',
    'Le mar. 14 avr. 2026 à 09:12, Ann Lee <ann@example.com> a écrit :',
    'El mar, 14 abr 2026 a las 9:12, Ann Lee (<ann@example.com>) escribió:',
    'Il giorno mar 14 apr 2026 alle ore 09:12 Ann Lee <ann@example.com> ha scritto:',
    'Op di 14 apr. 2026 om 09:12 schreef Ann Lee <ann@example.com>:',
    'Ann Lee <ann@example.com> schrieb am Di., 14. Apr. 2026, 09:12:',
    '2026-04-14 9:12 GMT+02:00 Ann Lee <ann@example.com>:',
  ]) {
    t.deepEqual(await plain(`Yes.\n\n${line}\nThe rent is 500.`), ['Yes.', `>> ${line}\nThe rent is 500.`], line);
  }
});

test('a sentence that ends with "wrote:" quotes nothing', async (t) => {
  const body = 'On page 3 of the lease the landlord wrote:\nThe deposit is returned within 30 days.\nI rely on that.';
  t.deepEqual(await plain(body), [body]);
});

test('everything below "Original Message" and below a header block is history, in several languages', async (t) => {
  const blocks = [
    ['From: Ann', 'Sent: Tuesday, 14 April 2026 09:12', 'To: Bob', 'Subject: Rent'],
    ['Von: Ann', 'Gesendet: Dienstag, 14. April 2026 09:12', 'An: Bob', 'Betreff: Miete'],
    ['De : Ann', 'Envoyé : mardi 14 avril 2026 09:12', 'À : Bob', 'Objet : Loyer'],
    ['De: Ann', 'Enviado el: martes, 14 de abril de 2026 9:12', 'Para: Bob', 'Asunto: Alquiler'],
    ['Da: Ann', 'Inviato: martedì 14 aprile 2026 09:12', 'A: Bob', 'Oggetto: Affitto'],
    ['Van: Ann', 'Verzonden: dinsdag 14 april 2026 09:12', 'Aan: Bob', 'Onderwerp: Huur'],
  ];
  for (const block of blocks) {
    const lines = block.join('\n');
    t.deepEqual(await plain(`Yes.\n\n${lines}\n\nIs it 500?`), ['Yes.', `>> ${lines}`, '>> Is it 500?'], block[0]);
    const rule = '________________________________';
    const ruled = await plain(`Yes.\n\n${rule}\n${lines}\n\nIs it 500?`);
    t.deepEqual(ruled, ['Yes.', `>> ${lines}`, '>> Is it 500?'], block[0]);
  }
  for (const mark of [
    '-----Original Message-----',
    '-----Ursprüngliche Nachricht-----',
    "-----Message d'origine-----",
    '-----Mensaje original-----',
    '-----Messaggio originale-----',
    '-----Oorspronkelijk bericht-----',
  ]) {
    t.deepEqual(await plain(`Yes.\n\n${mark}\nIs it 500?`), ['Yes.', `>> ${mark}\nIs it 500?`], mark);
  }
});

test('two fields of a form are no header block', async (t) => {
  const body = 'Please move the delivery.\n\nFrom: Portland\nTo: Harrow Falls\n\nThank you.';
  t.deepEqual(await plain(body), ['Please move the delivery.', 'From: Portland\nTo: Harrow Falls', 'Thank you.']);
});

test('what was forwarded is what the message is about; what that quotes is history', async (t) => {
  const header = 'From: Eve <eve@example.com>\nDate: Mon, 13 Apr 2026\nSubject: Contract\nTo: Ann <ann@example.com>';
  const inner = 'On Sun, 12 Apr 2026 at 08:00, Ann <ann@example.com> wrote:\n> old';
  for (const mark of [
    '---------- Forwarded message ---------',
    'Begin forwarded message:',
    'Anfang der weitergeleiteten Nachricht:',
    '---------- Message transféré ----------',
    '-------- Weitergeleitete Nachricht --------',
    'Inicio del mensaje reenviado:',
  ]) {
    t.deepEqual(await plain(`FYI\n\n${mark}\n${header}\n\nThe term ends on 31 May.\n\n${inner}`, 'Contract'), [
      'FYI',
      `${mark}\n${header}`,
      'The term ends on 31 May.',
      `>> ${inner}`,
    ]);
  }
});

test('a header block is forwarded where the subject says so, or where nothing stands above it', async (t) => {
  const header = 'From: Eve\nSent: Monday, 13 April 2026 10:00\nTo: Ann\nSubject: Contract';
  const older = 'From: Ann\nSent: Sunday, 12 April 2026 10:00\nTo: Eve\nSubject: Contract';
  const body = `${header}\n\nThe term ends on 31 May.\n\n${older}\n\nWhen?`;
  for (const subject of ['FW: Contract', 'WG: Vertrag', 'TR: Contrat', 'Fwd: Re: Contract']) {
    t.deepEqual(await plain(`See below.\n\n${body}`, subject), [
      'See below.',
      header,
      'The term ends on 31 May.',
      `>> ${older}`,
      '>> When?',
    ]);
  }
  t.deepEqual(await plain(body, 'Contract'), [header, 'The term ends on 31 May.', `>> ${older}`, '>> When?']);
  t.true((await plain(body, 'Re: Contract')).every((line) => line.startsWith('>> ')));
});

test('Gmail: the quotation with its first line, answers between quotations, a forward', async (t) => {
  const attribution =
    '<div dir="ltr" class="gmail_attr">On Tue, Apr 14, 2026 at 9:12 AM Ann &lt;<a href="mailto:a@b.c">a@b.c</a>&gt; wrote:<br></div>';
  const quote = (text: string): string =>
    `<blockquote class="gmail_quote" style="margin:0 0 0 .8ex">${text}</blockquote>`;
  t.deepEqual(
    await rich(
      `<div dir="ltr">Agreed.</div><br><div class="gmail_quote">${attribution}${quote('<h1>Rent</h1><ul><li>500</li></ul><table><tr><td>a</td><td>b</td></tr></table>')}</div>`,
    ),
    ['Agreed.', '>> On Tue, Apr 14, 2026 at 9:12 AM Ann <a@b.c> wrote:', '>> Rent', '>> 500', '>> a\tb'],
  );
  t.deepEqual(
    await rich(
      `<div class="gmail_quote">${attribution}${quote('Is it 500?')}<div>No, 600.</div>${quote('When?')}<div>On the first.</div></div>`,
    ),
    ['>> On Tue, Apr 14, 2026 at 9:12 AM Ann <a@b.c> wrote:', '>> Is it 500?', 'No, 600.', '>> When?', 'On the first.'],
  );
  const forward =
    '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>From: <b>Eve</b> &lt;e@b.c&gt;<br>Date: Mon, Apr 13<br>Subject: Contract<br>To: Ann<br></div><p>The term ends on 31 May.</p></div>';
  const lines = await rich(`<div>FYI</div>${forward}`, 'Fwd: Contract');
  t.true(lines.every((line) => !line.startsWith('>>')));
  t.is(lines.at(-1), 'The term ends on 31 May.');
});

test('Apple Mail and Thunderbird: cited blocks and the line before them', async (t) => {
  t.deepEqual(
    await rich(
      '<div>Yes.</div><div><br><blockquote type="cite"><div>On 14 Apr 2026, at 09:12, Ann wrote:</div><br><div>Is it 500?</div></blockquote></div>',
    ),
    ['Yes.', '>> On 14 Apr 2026, at 09:12, Ann wrote:', '>> Is it 500?'],
  );
  t.deepEqual(
    await rich('<p>Yes.</p><p>On 14 Apr 2026 Ann wrote:</p><blockquote type="cite">Is it 500?</blockquote><p>No.</p>'),
    ['Yes.', '>> On 14 Apr 2026 Ann wrote:', '>> Is it 500?', 'No.'],
  );
  t.deepEqual(
    await rich(
      '<p>Yes.</p><div class="moz-cite-prefix">Am 14.04.26 schrieb Ann:<br></div><blockquote type="cite"><p>500?</p></blockquote>',
    ),
    ['Yes.', '>> Am 14.04.26 schrieb Ann:', '>> 500?'],
  );
  t.deepEqual(await rich('<p>As the lease says:</p><blockquote><p>The rent is 500.</p></blockquote>'), [
    'As the lease says:',
    'The rent is 500.',
  ]);
});

test('Outlook: everything from the bordered header block, or from its mark on the web, to the end', async (t) => {
  const header =
    '<p class="MsoNormal"><b>From:</b> Ann<br><b>Sent:</b> Tuesday<br><b>To:</b> Bob<br><b>Subject:</b> Rent</p>';
  const border = `<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in">${header}</div></div>`;
  const quoted = '>> From: Ann\nSent: Tuesday\nTo: Bob\nSubject: Rent';
  t.deepEqual(
    await rich(
      `<div class="WordSection1"><p>Yes.</p>${border}<p>Is it 500?</p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table> loose <b>text</b></div><p>Footer</p>`,
    ),
    ['Yes.', quoted, '>> Is it 500?', '>> a\tb', '>> c\td', '>> loose text', '>> Footer'],
  );
  t.deepEqual(
    await rich(
      `<div>Yes.</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg" dir="ltr">${header}</div><div>Is it 500?</div>`,
    ),
    ['Yes.', quoted, '>> Is it 500?'],
  );
  const mobile = (own: string) =>
    `${own}<div id="mail-editor-reference-message-container"><hr><div id="divRplyFwdMsg" dir="ltr">${header}</div><div>The term ends.</div></div>`;
  t.deepEqual(await rich(mobile('<div>FYI</div>'), 'Fw: Rent'), ['FYI', quoted.slice(3), 'The term ends.']);
  t.deepEqual(await rich(mobile('<div>Yes.</div>')), ['Yes.', quoted, '>> The term ends.']);
  const forwarded = await rich(`<p>FYI</p>${border}<p>The term ends on 31 May.</p>${border}<p>old</p>`, 'FW: Rent');
  t.deepEqual(
    forwarded.map((line) => line.startsWith('>>')),
    [false, false, false, true, true],
  );
  t.deepEqual(
    await rich(
      '<p>Yes.</p><table><tr><td><div style="border-top:solid 1pt">From: Ann<br>Sent: x<br>To: Bob</div></td></tr><tr><td>old</td></tr></table>',
    ),
    ['Yes.', '>> From: Ann\nSent: x\nTo: Bob', '>> old'],
  );
});

test('Yahoo, Proton and plain text in HTML', async (t) => {
  t.deepEqual(
    await rich('<div>Yes.</div><div class="yahoo_quoted"><div>On Tuesday, Ann wrote:</div><div>500?</div></div>'),
    ['Yes.', '>> On Tuesday, Ann wrote:', '>> 500?'],
  );
  t.deepEqual(
    await rich(
      '<div>Yes.</div><div class="protonmail_quote">On Tuesday, Ann wrote:<br><blockquote type="cite">500?</blockquote></div>',
    ),
    ['Yes.', '>> On Tuesday, Ann wrote:', '>> 500?'],
  );
  t.deepEqual(await rich('Yes.<br><br>&gt; 500?<br>&gt; Ann<br>'), ['Yes.', '>> > 500?\n> Ann']);
  t.deepEqual(
    await rich('<p>Yes.</p><p>-----Original Message-----<br>From: Ann<br>Sent: x<br>To: Bob</p><p>500?</p>'),
    ['Yes.', '>> -----Original Message-----\nFrom: Ann\nSent: x\nTo: Bob', '>> 500?'],
  );
});
