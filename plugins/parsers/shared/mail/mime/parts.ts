import { DossierError } from '../../../../../core/errors/error.ts';
import { type Field, parseFields, parseStructured, type Structured } from '../fields.ts';

/** One part of a message: the message itself, or what stands between two of its boundaries. */
export type Part = {
  readonly fields: readonly Field[];
  readonly type: Structured;
  readonly disposition: Structured;
  /** As it is transferred, still encoded. Empty for a multipart that could be taken apart. */
  readonly body: Uint8Array;
  readonly parts: readonly Part[];
};

export type Mime = { readonly root: Part; readonly complete: boolean };

/** Messages have some dozens; beyond this the rest is left out. */
const MAX_PARTS = 5000;
const MAX_BOUNDARY = 1000;
/** Fields beyond these bytes are not read; thousands of recipients take less. */
const MAX_HEADER = 2 ** 21;

type Open = {
  fields: Field[];
  type: Structured;
  disposition: Structured;
  bodyStart: number;
  bodyEnd: number;
  parts: Open[];
  boundary: string | undefined;
};

/**
 * Takes a message apart (RFC 2045, RFC 2046) in one pass. The innermost open boundary that a line names ends or begins
 * parts, so that a missing end boundary, or one boundary used at two levels, loses nothing. Throws `nested_too_deep`.
 */
export const parseMime = (bytes: Uint8Array, maxNesting: number): Mime => {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stack: Open[] = [];
  let count = 0;
  let at = skipBlank(source);

  /** Levels of the stack at which a boundary is open, the innermost last. */
  const levels = new Map<string, number[]>();

  const push = (part: Open): void => {
    if (part.boundary !== undefined) {
      const open = levels.get(part.boundary);
      if (open === undefined) levels.set(part.boundary, [stack.length]);
      else open.push(stack.length);
    }
    stack.push(part);
  };

  const popTo = (length: number, bodyEnd: number): void => {
    for (const part of stack.splice(length)) {
      part.bodyEnd = Math.max(part.bodyStart, Math.min(part.bodyEnd, bodyEnd));
      if (part.boundary !== undefined) levels.get(part.boundary)?.pop();
    }
  };

  /** The level of the multipart whose boundary this line is, and whether it ends it. */
  const delimiter = (start: number): { level: number; ends: boolean; next: number } | undefined => {
    if (source[start] !== 0x2d || source[start + 1] !== 0x2d) return undefined;
    const { end, next } = endOfLine(source, start);
    if (end - start > MAX_BOUNDARY) return undefined;
    const line = latin1(source, start + 2, end).trimEnd();
    const level = levels.get(line)?.at(-1);
    if (level !== undefined) return { level, ends: false, next };
    const ended = line.endsWith('--') ? levels.get(line.slice(0, -2))?.at(-1) : undefined;
    return ended === undefined ? undefined : { level: ended, ends: true, next };
  };

  const openPart = (defaultType: string): Open => {
    const headerStart = at;
    let headerEnd = at;
    while (at < source.byteLength) {
      const line = endOfLine(source, at);
      const blank = isBlank(source, at, line.end);
      if (delimiter(at) !== undefined) break;
      // A part that begins with its text has no fields.
      if (at === headerStart && !blank && !/^[!-9;-~]+[ \t]*:/.test(latin1(source, at, at + MAX_BOUNDARY))) break;
      at = line.next;
      if (blank) break;
      headerEnd = line.end;
    }
    const fields = parseFields(
      latin1(source, headerStart, Math.max(headerStart, Math.min(headerEnd, headerStart + MAX_HEADER))),
    );
    const first = (name: string): string | undefined => fields.find((field) => field.name === name)?.value;
    const stated = parseStructured(first('content-type') ?? '');
    const type = stated.value.includes('/') ? stated : { ...stated, value: defaultType };
    const disposition = parseStructured(first('content-disposition') ?? '');
    const part: Open = {
      fields,
      type,
      disposition,
      bodyStart: at,
      bodyEnd: source.byteLength,
      parts: [],
      boundary: undefined,
    };
    if (type.value.startsWith('multipart/')) part.boundary = boundaryOf(source, part, stack.length === 0);
    return part;
  };

  const root = openPart('text/plain');
  push(root);
  let complete = true;
  let lineStart = at;
  while (lineStart >= 0 && lineStart < source.byteLength) {
    const found = delimiter(lineStart);
    if (found === undefined) {
      lineStart = nextDashes(source, lineStart);
      continue;
    }
    const bodyEnd = beforeLine(source, lineStart);
    popTo(found.ends ? found.level : found.level + 1, bodyEnd);
    at = found.next;
    if (found.ends) {
      lineStart = at;
      if (stack.length === 0) break;
      continue;
    }
    count += 1;
    const parent = stack.at(-1);
    if (count > MAX_PARTS || parent === undefined) {
      complete = false;
      break;
    }
    const child = openPart(parent.type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain');
    parent.parts.push(child);
    if (stack.length > maxNesting) throw new DossierError('nested_too_deep', { limit: maxNesting });
    push(child);
    lineStart = at;
  }
  return { root: close(root, source), complete };
};

const close = (part: Open, source: Buffer): Part => ({
  fields: part.fields,
  type: part.type,
  disposition: part.disposition,
  body: part.parts.length > 0 ? new Uint8Array() : source.subarray(part.bodyStart, part.bodyEnd),
  parts: part.parts.map((child) => close(child, source)),
});

/** The boundary that the header states; where a message states none, or one that does not come, the one that it begins with. */
const boundaryOf = (source: Buffer, part: Open, message: boolean): string | undefined => {
  const stated = part.type.parameters.get('boundary')?.trimEnd();
  if (!message) return stated === '' ? undefined : stated;
  if (stated !== undefined && stated !== '' && source.includes(`--${stated}`, part.bodyStart, 'latin1')) return stated;
  const start = source.indexOf('--', part.bodyStart, 'latin1');
  if (start < 0 || (start > part.bodyStart && source[start - 1] !== LF)) return stated;
  const line = latin1(source, start + 2, Math.min(endOfLine(source, start).end, start + MAX_BOUNDARY)).trimEnd();
  const comesBack = line.length >= 3 && source.includes(`\n--${line}`, start + line.length, 'latin1');
  return comesBack ? line : stated;
};

/** Nothing but blanks; a line of many of them is no end of a header that anyone wrote. */
const isBlank = (source: Buffer, from: number, to: number): boolean => {
  if (to - from > MAX_BOUNDARY) return false;
  for (let at = from; at < to; at += 1) if (source[at] !== 0x20 && source[at] !== 0x09) return false;
  return true;
};

const latin1 = (source: Buffer, from: number, to: number): string => source.toString('latin1', from, to);

const LF = 0x0a;
const CR = 0x0d;

/** A line without its end, and where the next one begins. */
const endOfLine = (source: Buffer, from: number): { readonly end: number; readonly next: number } => {
  const lf = source.indexOf(LF, from);
  if (lf < 0) return { end: source.byteLength, next: source.byteLength };
  return { end: lf > from && source[lf - 1] === CR ? lf - 1 : lf, next: lf + 1 };
};

/** The start of the next line that begins with "--"; -1 where there is none. */
const nextDashes = (source: Buffer, from: number): number => {
  const found = source.indexOf('\n--', from, 'latin1');
  return found < 0 ? -1 : found + 1;
};

/** The line end before a boundary belongs to the boundary (RFC 2046, 5.1.1). */
const beforeLine = (source: Buffer, start: number): number => {
  if (start === 0 || source[start - 1] !== LF) return start;
  return source[start - 2] === CR ? start - 2 : start - 1;
};

/** Where the first field begins: after a byte order mark, blank lines and a mailbox's "From " line. */
const skipBlank = (source: Buffer): number => {
  let at = source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf ? 3 : 0;
  while (at < source.byteLength) {
    const { end, next } = endOfLine(source, at);
    const line = latin1(source, at, Math.min(end, at + 200));
    if (line.trim() !== '' && !/^>?From /.test(line)) return at;
    at = next;
  }
  return at;
};
