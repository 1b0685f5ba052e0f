import type { Random } from '../../../bench/material/random.ts';
import { extremeNumber, extremeText } from './extremes.ts';
import { MOST_BYTES, type Mutators, onText } from './mutator.ts';

type Change = (tokens: string[], random: Random) => readonly string[] | undefined;

/** Tags and what lies between them, in order; joined they are the source again. */
const tokensOf = (source: string): string[] => source.match(/<[^<>]*>|[^<]+|</g) ?? [];

const isTag = (token: string): boolean => token.startsWith('<') && token.endsWith('>');
const isOpening = (token: string): boolean => isTag(token) && !/^<[/!?]/.test(token) && !token.endsWith('/>');
const isClosing = (token: string): boolean => token.startsWith('</');
const HAS_ATTRIBUTE = /="[^"]*"/;
const nameOf = (token: string): string => /^<\/?([^\s/>]+)/.exec(token)?.[1] ?? 'x';

/** Where to look; a document of 100,000 tags is not walked from its start each time. */
const someTag = (tokens: readonly string[], random: Random, wanted: (token: string) => boolean): number | undefined => {
  if (tokens.length === 0) return undefined;
  const first = random.below(tokens.length);
  for (let step = 0; step < tokens.length; step += 1) {
    const at = (first + step) % tokens.length;
    if (wanted(tokens[at] as string)) return at;
  }
  return undefined;
};

/** An element from its opening tag to behind its closing tag; the rest of the file where it is never closed. */
const element = (tokens: readonly string[], random: Random): readonly [from: number, to: number] | undefined => {
  const from = someTag(tokens, random, (token) => isTag(token) && !isClosing(token));
  if (from === undefined) return undefined;
  if (!isOpening(tokens[from] as string)) return [from, from + 1];
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at] as string;
    if (isOpening(token)) depth += 1;
    else if (isClosing(token)) depth -= 1;
    if (depth === 0) return [from, at + 1];
  }
  return [from, tokens.length];
};

const changes: Readonly<Record<string, Change>> = {
  'leave out an element': (tokens, random) => {
    const found = element(tokens, random);
    return found && tokens.toSpliced(found[0], found[1] - found[0]);
  },
  'double an element': (tokens, random) => {
    const found = element(tokens, random);
    if (found === undefined) return undefined;
    const copy = tokens.slice(...found).join('');
    const times = Math.min(random.pick([1, 5, 300, 5000]), Math.floor(MOST_BYTES / 4 / (copy.length + 1)));
    return tokens.toSpliced(found[1], 0, copy.repeat(times));
  },
  'swap two elements': (tokens, random) => {
    const [one, two] = [element(tokens, random), element(tokens, random)].sort((a, b) => (a?.[0] ?? 0) - (b?.[0] ?? 0));
    if (one === undefined || two === undefined || one[1] > two[0]) return undefined;
    return [
      ...tokens.slice(0, one[0]),
      ...tokens.slice(...two),
      ...tokens.slice(one[1], two[0]),
      ...tokens.slice(...one),
      ...tokens.slice(two[1]),
    ];
  },
  'put an element into another': (tokens, random) => {
    const found = element(tokens, random);
    const target = someTag(tokens, random, isOpening);
    if (found === undefined || target === undefined) return undefined;
    return tokens.toSpliced(
      target + 1,
      0,
      tokens
        .slice(...found)
        .join('')
        .slice(0, 100_000),
    );
  },
  'nest deep': (tokens, random) => {
    const found = element(tokens, random);
    if (found === undefined) return undefined;
    const open = tokens[found[0]] as string;
    if (!isOpening(open)) return undefined;
    const depth = Math.min(random.pick([5, 250, 4000, 60_000]), Math.floor(MOST_BYTES / 4 / (open.length * 2)));
    const close = random.below(8) === 0 ? '' : `</${nameOf(open)}>`;
    return tokens.toSpliced(found[1], 0, close.repeat(depth)).toSpliced(found[0], 0, open.repeat(depth));
  },
  'lose a tag': (tokens, random) => {
    const at = someTag(tokens, random, isTag);
    return at === undefined ? undefined : tokens.toSpliced(at, 1);
  },
  'rename an element': (tokens, random) => {
    const at = someTag(tokens, random, isTag);
    const from = someTag(tokens, random, isTag);
    if (at === undefined || from === undefined) return undefined;
    const name =
      random.below(4) === 0 ? random.pick(['x', '__proto__', 'a:b:c', 'constructor']) : nameOf(tokens[from] as string);
    return tokens.with(
      at,
      (tokens[at] as string).replace(/^(<\/?)[^\s/>]+/, (_, start) => `${start}${name}`),
    );
  },
  'change an attribute': (tokens, random) => {
    const at = someTag(tokens, random, (token) => isTag(token) && HAS_ATTRIBUTE.test(token));
    if (at === undefined) return undefined;
    const token = tokens[at] as string;
    const attributes = [...token.matchAll(/="[^"]*"/g)];
    const chosen = random.pick(attributes);
    const value = random.below(3) === 0 ? extremeText(random).replaceAll(/["<&]/g, '') : extremeNumber(random);
    return tokens.with(at, `${token.slice(0, chosen.index)}="${value}"${token.slice(chosen.index + chosen[0].length)}`);
  },
  'take an attribute of another element': (tokens, random) => {
    const at = someTag(tokens, random, isTag);
    const from = someTag(tokens, random, (token) => isTag(token) && HAS_ATTRIBUTE.test(token));
    if (at === undefined || from === undefined) return undefined;
    const attribute = random.pick((tokens[from] as string).match(/[\w:-]+="[^"]*"/g) ?? ['a="b"']);
    return tokens.with(
      at,
      (tokens[at] as string).replace(/\s*(\/?>)$/, (_, end) => ` ${attribute}${end}`),
    );
  },
  'change a text': (tokens, random) => {
    const at = someTag(tokens, random, (token) => !isTag(token) && token.trim() !== '');
    const text = random.below(3) === 0 ? extremeNumber(random) : extremeText(random);
    return at === undefined ? undefined : tokens.with(at, Buffer.from(text).toString('latin1'));
  },
  'define entities': (tokens, random) => {
    const at = someTag(tokens, random, isOpening);
    if (at === undefined) return undefined;
    const lines = Array.from({ length: 20 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`);
    const outside = random.pick([
      '<!ENTITY e0 SYSTEM "file:///etc/passwd">',
      '<!ENTITY e0 "lol">',
      '<!ENTITY e0 "&e9;">',
    ]);
    const start = (tokens[0] ?? '').startsWith('<?') ? 1 : 0;
    return tokens.toSpliced(at + 1, 0, '&e20;').toSpliced(start, 0, `<!DOCTYPE x [${outside}${lines.join('')}]>`);
  },
  'insert what is no element': (tokens, random) => {
    const inserted = random.pick([
      '<!-- -- -->',
      '<!--',
      '<![CDATA[ ]]>',
      '<![CDATA[',
      '<?xml version="1.0"?>',
      '<?x ?>',
      '&',
      '<',
      '\0',
      ']]>',
      '<a b=c d>',
    ]);
    return tokens.toSpliced(random.below(tokens.length + 1), 0, inserted);
  },
};

/** XML and HTML: what a writer of files that mean harm would change. */
export const xmlMutators: Mutators = Object.fromEntries(
  Object.entries(changes).map(([name, change]) => [
    name,
    onText((text, random) => change(tokensOf(text), random)?.join('')),
  ]),
);
