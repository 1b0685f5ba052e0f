import { createHash } from 'node:crypto';
import { html, type Markup } from './markup.ts';

type Page = { readonly title: string /** CSS. */; readonly style: string; readonly body: Markup };

/**
 * A whole HTML page that needs nothing else and loads nothing. The style sheet is the only thing that it may use, and it is
 * known by its hash: nothing that got in would run or load.
 */
export const closedPage = ({ title, style, body }: Page): string => {
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const page = html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Dossier">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
${body}
</body>
</html>`;
  return `<!doctype html>\n${page.markup}\n`;
};
