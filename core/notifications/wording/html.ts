import { html, type Markup, nothing } from '../../text/markup.ts';
import type { Letter, LetterItem } from './letter.ts';

/**
 * A letter as a page that mail clients show as it is meant: tables and inline styles, because Outlook knows nothing else and
 * Gmail throws much of the rest away; no script, no picture, nothing loaded. The style sheet only adds dark colours and
 * narrow screens for clients that know them.
 */
export const letterHtml = (letter: Letter): string => {
  const { subject, heading, late, lead, items, code, closing, footer, unsubscribeUrl } = letter;
  const page = html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${subject}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 620px) { .sheet { width: 100% !important; } .pad { padding-left: 20px !important; padding-right: 20px !important; } }
@media (prefers-color-scheme: dark) {
  .page { background-color: #16181c !important; }
  .card { background-color: #22252b !important; border-color: #3a3f48 !important; }
  .item { background-color: #22252b !important; border-top-color: #3a3f48 !important; border-right-color: #3a3f48 !important; border-bottom-color: #3a3f48 !important; }
  .ink { color: #eceef1 !important; }
  .soft { color: #a9b0bb !important; }
  .quote { background-color: #2b2f37 !important; border-color: #5b6472 !important; color: #d9dde3 !important; }
  .late { background-color: #4a3413 !important; color: #ffdfa6 !important; }
  .overdue { color: #ff9c8f !important; }
  .link { color: #8fb8ff !important; }
  .button { background-color: #3d6fd1 !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:#f1f3f5;">
<div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:#f1f3f5;">${preview(letter)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f1f3f5;"><tr><td align="center" style="padding:24px 12px;">
<table role="presentation" class="sheet card" width="600" cellpadding="0" cellspacing="0" border="0" style="width:600px;max-width:100%;background-color:#ffffff;border:1px solid #dde1e6;border-radius:8px;">
<tr><td class="pad" style="padding:28px 36px 4px 36px;"><h1 class="ink" style="margin:0;${FONT}font-size:22px;line-height:29px;font-weight:600;color:#1d2129;">${heading}</h1></td></tr>
${late === undefined ? nothing : row(html`<p class="late" style="margin:0;${FONT}font-size:14px;line-height:21px;background-color:#fff3d6;color:#6b4700;border-radius:6px;padding:10px 14px;"><b>Late.</b> ${late}</p>`)}
${lead.map((line) => row(paragraph(line)))}
${items.map((item) => row(itemTable(item)))}
${code === undefined ? nothing : row(html`<p class="quote ink" style="margin:0;font-family:Consolas,Menlo,monospace;font-size:28px;line-height:36px;letter-spacing:3px;text-align:center;background-color:#f5f7f9;color:#1d2129;border-radius:6px;padding:16px;">${code}</p>`)}
${closing.map((line) => row(paragraph(line)))}
<tr><td style="height:24px;line-height:24px;font-size:1px;">&nbsp;</td></tr>
</table>
<table role="presentation" class="sheet" width="600" cellpadding="0" cellspacing="0" border="0" style="width:600px;max-width:100%;">
<tr><td class="pad" style="padding:16px 36px 0 36px;">${footer.map((line) => small(html`${line}`))}${unsubscribeUrl === undefined ? nothing : small(html`<a class="link" href="${unsubscribeUrl}" style="color:#2456b3;text-decoration:underline;">Stop these messages</a>`)}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
  return page.markup;
};

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";

const row = (content: Markup): Markup =>
  html`<tr><td class="pad" style="padding:14px 36px 0 36px;">${content}</td></tr>
`;

const paragraph = (text: string): Markup =>
  html`<p class="ink" style="margin:0;${FONT}font-size:15px;line-height:23px;color:#1d2129;">${text}</p>`;

const small = (content: Markup): Markup =>
  html`<p class="soft" style="margin:0 0 8px 0;${FONT}font-size:12px;line-height:18px;color:#667080;">${content}</p>`;

/** The line that lists of mails show below the subject. */
const preview = ({ late, lead, items: [first] }: Letter): string =>
  [
    ...(late === undefined ? [] : ['Late.']),
    ...(first?.due === undefined ? [] : [`${first.due.words}, ${first.due.distance}`]),
    ...(first === undefined ? lead.slice(0, 1) : [first.place]),
  ].join(' · ');

const itemTable = ({ title, party, due, place, quote, url }: LetterItem): Markup => {
  const edge = due?.overdue === true ? '#c9372c' : '#3d6fd1';
  return html`<table role="presentation" class="item" width="100%" cellpadding="0" cellspacing="0" border="0" style="border:1px solid #dde1e6;border-left:4px solid ${edge};border-radius:6px;"><tr><td style="padding:16px 18px;">
<p class="ink" dir="auto" style="margin:0 0 8px 0;${FONT}font-size:17px;line-height:24px;font-weight:600;color:#1d2129;">${title}</p>
<table role="presentation" cellpadding="0" cellspacing="0" border="0">
${due === undefined ? nothing : fact('By', html`<b>${due.words}</b> <span class="${due.overdue ? 'overdue' : 'soft'}" style="color:${due.overdue ? '#b42318' : '#667080'};">${due.overdue ? html`<b>overdue, ${due.distance}</b>` : due.distance}</span>`)}
${party === undefined ? nothing : fact('Who', html`${party}`)}
${fact('In', html`${place}`)}
</table>
${quote === undefined ? nothing : html`<p class="quote" dir="auto" style="margin:12px 0 0 0;font-family:Georgia,'Times New Roman',serif;font-size:15px;line-height:23px;color:#3b424d;background-color:#f5f7f9;border-left:3px solid #c3cad3;padding:10px 14px;">“${quote}”</p>`}
${url === undefined ? nothing : html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin-top:14px;"><tr><td class="button" style="background-color:#2456b3;border-radius:5px;"><a href="${url}" style="display:inline-block;${FONT}font-size:14px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none;padding:9px 18px;">Open it</a></td></tr></table>`}
</td></tr></table>`;
};

const fact = (name: string, value: Markup): Markup =>
  html`<tr><td class="soft" valign="top" style="${FONT}font-size:14px;line-height:22px;color:#667080;padding-right:14px;white-space:nowrap;">${name}</td><td class="ink" valign="top" dir="auto" style="${FONT}font-size:14px;line-height:22px;color:#1d2129;">${value}</td></tr>
`;
