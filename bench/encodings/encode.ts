/**
 * Text in an old encoding, which Node only decodes: the inverse of its decoder, found by decoding every code of one or
 * two bytes. Characters that the encoding lacks are left out. Labels are those of TextDecoder.
 */
export const encodeAs = (label: string, text: string): Uint8Array => {
  if (label === 'utf-16le') return new Uint8Array(Buffer.from(text, 'utf16le'));
  if (label === 'utf-16be') return new Uint8Array(Buffer.from(text, 'utf16le').swap16());
  if (label === 'iso-2022-jp') return encodeIso2022Jp(text);
  const codes = codesOf(label);
  return Uint8Array.from([...text].flatMap((character) => codes.get(character) ?? []));
};

const known = new Map<string, ReadonlyMap<string, readonly number[]>>();

const codesOf = (label: string): ReadonlyMap<string, readonly number[]> => {
  const found = known.get(label);
  if (found !== undefined) return found;
  const decoder = new TextDecoder(label);
  const codes = new Map<string, readonly number[]>();
  const add = (code: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(code));
    const [character = '\uFFFD'] = text;
    if (text === character && character !== '\uFFFD' && !codes.has(character)) codes.set(character, code);
  };
  for (let byte = 0; byte < 256; byte += 1) add([byte]);
  if (MULTIBYTE.test(decoder.encoding)) {
    for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) add([lead, trail]);
  }
  known.set(label, codes);
  return codes;
};

const MULTIBYTE = /^(?:gbk|gb18030|big5|shift_jis|euc-jp|euc-kr)$/;

/** RFC 1468: the codes of EUC-JP without their high bits, between escape sequences. */
const encodeIso2022Jp = (text: string): Uint8Array => {
  const codes = codesOf('euc-jp');
  const bytes: number[] = [];
  let double = false;
  for (const character of text) {
    const code = codes.get(character) ?? [];
    if ((code.length === 2) !== double) {
      double = !double;
      bytes.push(0x1b, ...(double ? [0x24, 0x42] : [0x28, 0x42]));
    }
    bytes.push(...code.map((byte) => byte & 0x7f));
  }
  return Uint8Array.from(double ? [...bytes, 0x1b, 0x28, 0x42] : bytes);
};
