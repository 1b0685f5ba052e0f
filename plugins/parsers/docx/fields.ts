import { DossierError } from '../../../core/errors/error.ts';
import { absoluteLink } from '../shared/links.ts';

export type Field = {
  /** The words of its code: "HYPERLINK", "https://…". */
  readonly words: readonly string[];
  readonly target: string | undefined;
};

type OpenField = { code: string; field: Field | undefined };

/** Fields that say where things stand, as a table of contents does. */
const CONTENTS = new Set(['TOC', 'TOA', 'INDEX']);

/**
 * Complex fields (ECMA-376-1, 17.16.18): a code that nobody sees, then the result that everybody sees. They stand in
 * one another and run over paragraphs.
 */
export type Fields = {
  begin(): void;
  code(text: string): void;
  separate(): void;
  /** Returns the field that ends, and whether it had a result. */
  end(): { readonly field: Field; readonly result: boolean } | undefined;
  /** A field that is an element of its own, while `read` reads what is in it. */
  around(code: string, read: () => void): void;
  /** What stands here is part of a code. */
  readonly hides: boolean;
  readonly target: string | undefined;
  readonly inContents: boolean;
  /** Codes do not go on in the next paragraph: one that has no end must not swallow the text. */
  endParagraph(): void;
};

/** Throws `nested_too_deep` where more than `maxNesting` of them stand in one another. */
export const createFields = (maxNesting: number): Fields => {
  let open: OpenField[] = [];
  const begin = (field: OpenField): void => {
    open.push(field);
    if (open.length > maxNesting) throw new DossierError('nested_too_deep', { limit: maxNesting });
  };
  return {
    begin: () => begin({ code: '', field: undefined }),
    code: (text) => {
      const last = open.at(-1);
      if (last !== undefined && last.field === undefined && last.code.length < MAX_CODE) last.code += text;
    },
    separate: () => {
      const last = open.at(-1);
      if (last !== undefined) last.field ??= parseField(last.code);
    },
    end: () => {
      const last = open.pop();
      if (last === undefined) return undefined;
      return { field: last.field ?? parseField(last.code), result: last.field !== undefined };
    },
    around: (code, read) => {
      begin({ code, field: parseField(code) });
      const depth = open.length;
      read();
      open = open.slice(0, depth - 1);
    },
    get hides() {
      return open.slice(0, -1).some(({ field }) => field === undefined);
    },
    get target() {
      return open.findLast(({ field }) => field?.target !== undefined)?.field?.target;
    },
    get inContents() {
      return open.some(({ field }) => CONTENTS.has(field?.words[0] ?? ''));
    },
    endParagraph: () => {
      open = open.filter(({ field }) => field !== undefined);
    },
  };
};

const MAX_CODE = 10_000;
const WORD = /"((?:[^"\\]|\\.)*)"|(\S+)/g;

const parseField = (code: string): Field => {
  const words = [...code.matchAll(WORD)].map(([, quoted, plain]) => quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '');
  const name = words[0]?.toUpperCase() ?? '';
  return {
    words: [name, ...words.slice(1)],
    target: name === 'HYPERLINK' ? absoluteLink(addressOf(words)) : undefined,
  };
};

/** Of HYPERLINK's switches, those that a word follows: a place in the document, a hint, a frame. */
const WITH_WORD = /^\\[lot]$/i;

const addressOf = (words: readonly string[]): string | undefined =>
  words.find((word, index) => index > 0 && !word.startsWith('\\') && !WITH_WORD.test(words[index - 1] ?? ''));

/** The text that a field without a result shows by its code: a prompt to click on, a sign of a font. */
export const shownByCode = ({ words }: Field): { readonly text: string; readonly prompt: boolean } | undefined => {
  const [name, first = '', ...rest] = words;
  if (name === 'MACROBUTTON' || name === 'GOTOBUTTON') return { text: rest.join(' '), prompt: true };
  if (name !== 'SYMBOL') return undefined;
  const code = Number(first);
  return Number.isInteger(code) && code > 31 && code < 0x10000
    ? { text: String.fromCharCode(code), prompt: false }
    : undefined;
};
