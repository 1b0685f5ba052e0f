import type { Message } from '../../../core/ports/notifier.ts';
import { keyToken } from '../shared/key.ts';
import { oneLine, plainLines, shorten } from '../shared/text.ts';

/** Slack takes 3,000 characters in a section; an escaped one counts as it is written. */
const MOST_SECTION = 2900;
const MOST_SECTIONS = 6;

/**
 * A message in blocks, and as one line for where blocks are not shown. `verbatim` keeps names of channels and people in
 * the text from becoming links.
 */
export const slackPayload = ({ key, title, brief, text, url }: Message) => {
  const name = `notice-${keyToken(key)}`;
  const heading = unmentioned(oneLine(title, 250));
  const lines = [`*${escaped(heading.replaceAll('*', '∗'))}*`, ...sectionsOf(text), ...linkTo(url)];
  return {
    text: escaped(shorten(unmentioned(`${heading}: ${oneLine(brief, 1500)}`), 2000)),
    blocks: lines.map((line, at) => ({
      type: 'section',
      // The key again, so that somebody who looks can tell a message that came twice.
      block_id: at === 0 ? name : `${name}-${at}`,
      text: { type: 'mrkdwn', text: line, verbatim: true },
    })),
    unfurl_links: false,
    unfurl_media: false,
  };
};

/** Text that is no command, `<!channel>` or `<@U1>`, and no link that reads like another one: Slack's control characters are escaped. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Services that look for a bare "@here" find a joiner without width within it. Done before text is cut. */
const unmentioned = (text: string): string => text.replace(/(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}])/gu, '@\u2060');

const sectionsOf = (text: string): string[] => {
  const sections: string[] = [];
  let section = '';
  for (const line of wrapped(unmentioned(plainLines(text).trim()))) {
    if (section.length + line.length > MOST_SECTION) {
      sections.push(section);
      section = '';
      if (sections.length === MOST_SECTIONS) return [...sections, '…'];
    }
    section += line;
  }
  return section.trim() === '' ? sections : [...sections, section];
};

/** Escaped pieces with their line break, none longer than a section. */
const wrapped = function* (text: string): Generator<string> {
  for (const line of text.split('\n')) {
    // Five characters for one, at worst.
    for (let start = 0; start === 0 || start < line.length; start += MOST_SECTION / 5) {
      yield escaped(pieceOf(line, start, start + MOST_SECTION / 5));
    }
    yield '\n';
  }
};

/** Moves both ends off the middle of a character. */
const pieceOf = (line: string, start: number, end: number): string => {
  const outside = (at: number) => (/[\udc00-\udfff]/.test(line[at] ?? '') ? at + 1 : at);
  return line.slice(outside(start), outside(end));
};

const linkTo = (url: string | undefined): string[] => {
  if (url === undefined || !URL.canParse(url)) return [];
  const { href, protocol } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return [];
  return [`<${href.replaceAll('&', '&amp;').replaceAll('|', '%7C').replaceAll('>', '%3E')}|Open in Dossier>`];
};
