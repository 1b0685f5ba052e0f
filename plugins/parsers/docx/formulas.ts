import { attribute, type XmlElement } from '../shared/xml.ts';
import { childOf, elementsOf, textOf } from './elements.ts';

/** Operands that need no brackets around them: a name or a number, or what stands in brackets already. */
const SIMPLE = /^(?:[\p{L}\p{M}]+|[\d.,]+!?|[\p{L}\p{N}\p{M}]|√?\([^()]*\)|\[[^[\]]*\])$/u;

const operand = (text: string): string => (text.length <= 1 || SIMPLE.test(text) ? text : `(${text})`);

/**
 * A formula (Office Math, ECMA-376-1, 22.1) in one line, as it would be typed: "(a+b)/c", "x^2", "√(n)", "∑_(i=1)^n x_i".
 * What has no sign for it in a line is written out.
 */
export const formulaText = (element: XmlElement): string => {
  const of = (name: string): string => formulaText(childOf(element, name) ?? EMPTY);
  const property = (name: string): string | undefined => {
    const properties = childOf(element, `${element.name}Pr`);
    const found = childOf(properties, name);
    return found === undefined ? undefined : (attribute(found, 'm:val') ?? '');
  };
  switch (element.name) {
    case 'm:r':
      return runText(element);
    case 'm:f':
      if (property('m:type') === 'noBar') return `${operand(of('m:num'))}¦${operand(of('m:den'))}`;
      return `${operand(of('m:num'))}/${operand(of('m:den'))}`;
    case 'm:sSup':
      return base(of('m:e')) + script('^', of('m:sup'));
    case 'm:sSub':
      return base(of('m:e')) + script('_', of('m:sub'));
    case 'm:sSubSup':
      return base(of('m:e')) + script('_', of('m:sub')) + script('^', of('m:sup'));
    case 'm:sPre':
      return script('_', of('m:sub')) + script('^', of('m:sup')) + base(of('m:e'));
    case 'm:rad': {
      const degree = of('m:deg');
      const sign = degree === '' ? '√' : degree === '3' ? '∛' : degree === '4' ? '∜' : '';
      return sign === '' ? `root_${operand(degree)}(${of('m:e')})` : `${sign}(${of('m:e')})`;
    }
    case 'm:nary': {
      const sign = property('m:chr') || '∫';
      return `${sign}${script('_', of('m:sub'))}${script('^', of('m:sup'))} ${of('m:e')}`;
    }
    case 'm:d': {
      const parts = [...elementsOf(element)].filter(({ name }) => name === 'm:e').map(formulaText);
      const separator = property('m:sepChr') ?? '|';
      return `${property('m:begChr') ?? '('}${parts.join(separator)}${property('m:endChr') ?? ')'}`;
    }
    case 'm:func':
      return function_(of('m:fName'), of('m:e'));
    case 'm:limLow':
      return of('m:e') + script('_', of('m:lim'));
    case 'm:limUpp':
      return of('m:e') + script('^', of('m:lim'));
    case 'm:acc':
      return accented(of('m:e'), property('m:chr') ?? '\u0302');
    case 'm:bar':
      return accented(of('m:e'), property('m:pos') === 'top' ? '\u0305' : '\u0332');
    case 'm:groupChr':
      return of('m:e');
    case 'm:m': {
      const rows = [...elementsOf(element)].filter(({ name }) => name === 'm:mr');
      const cells = rows.map((row) => [...elementsOf(row)].map(formulaText).join(', '));
      return `[${cells.join('; ')}]`;
    }
    case 'm:eqArr':
      return [...elementsOf(element)]
        .filter(({ name }) => name === 'm:e')
        .map((line) => formulaText(line).replaceAll('&', ''))
        .join('\n');
    case 'm:phant':
      return property('m:show') === '0' ? '' : of('m:e');
    case 'm:oMathPara':
      return [...elementsOf(element)].map(formulaText).filter(Boolean).join('\n');
    default:
      if (element.name.endsWith('Pr') || SKIPPED.has(element.name)) return '';
      return element.name.startsWith('m:') || KEPT.has(element.name) ? all(element) : '';
  }
};

const EMPTY: XmlElement = { name: 'm:e', attributes: [], children: [] };
const KEPT = new Set(['w:ins', 'w:moveTo', 'w:smartTag', 'w:r']);
const SCRIPTED = new Set(['m:sSup', 'm:sSub', 'm:sSubSup', 'm:limUpp', 'm:limLow', 'm:f', 'm:func']);
const SKIPPED = new Set(['w:del', 'w:moveFrom']);

const all = (element: XmlElement): string => {
  if (element.name === 'w:r') return runText(element);
  let text = '';
  let before = '';
  for (const child of elementsOf(element)) {
    const next = formulaText(child);
    // "x^k a", not "x^ka": an exponent or index ends where a blank stands.
    const runsOn = SCRIPTED.has(before) && /[\p{L}\p{N}]$/u.test(text) && /^[\p{L}\p{N}]/u.test(next);
    text += runsOn ? ` ${next}` : next;
    before = child.name;
  }
  return text;
};

const runText = (run: XmlElement): string => {
  let text = '';
  for (const child of elementsOf(run)) {
    if (child.name === 'm:t' || child.name === 'w:t') text += textOf(child).replace(SLANTED, plainLetter);
    else if (child.name === 'w:br') text += '\n';
    else if (child.name === 'w:tab') text += ' ';
  }
  return text;
};

/** Mathematical letters and digits, which are the usual ones in another cut. */
const SLANTED = /[\u{1d400}-\u{1d7ff}]/gu;
const plainLetter = (letter: string): string => letter.normalize('NFKC');

const base = (text: string): string => (/[\s+\-−*/=]/.test(text) ? operand(text) : text);

const script = (sign: string, text: string): string => (text === '' ? '' : sign + operand(text));

const function_ = (name: string, argument: string): string =>
  /^[([{|]/.test(argument) ? name + argument : `${name} ${/[/+\s]/.test(argument) ? operand(argument) : argument}`;

/** A mark over one character stands on it; over more it would stand on the last one only. */
const accented = (text: string, mark: string): string =>
  [...text].length === 1 ? (text + mark).normalize('NFC') : text;
