/** A file of separated values has no sheets, and addresses without one. */
const ADDRESS = /^(?:(.*)!)?([A-Z]{1,3})([1-9]\d{0,6})$/s;

/**
 * The smallest ranges that hold these cells, one for each sheet: "Fees!A2:C14", "Fees!B3" for a single cell; of several
 * sheets one after another, parted by ", ". undefined where none is an address of a spreadsheet.
 */
export const rangeOf = (addresses: Iterable<string>): string | undefined => {
  const sheets = new Map<string, { left: number; right: number; top: number; bottom: number }>();
  for (const address of addresses) {
    const [, sheet = '', letters, digits] = ADDRESS.exec(address) ?? [];
    if (letters === undefined || digits === undefined) continue;
    const column = columnOf(letters);
    const row = Number(digits);
    const known = sheets.get(sheet);
    if (known === undefined) sheets.set(sheet, { left: column, right: column, top: row, bottom: row });
    else {
      known.left = Math.min(known.left, column);
      known.right = Math.max(known.right, column);
      known.top = Math.min(known.top, row);
      known.bottom = Math.max(known.bottom, row);
    }
  }
  const ranges = [...sheets].map(([sheet, { left, right, top, bottom }]) => {
    const first = `${lettersOf(left)}${top}`;
    const last = `${lettersOf(right)}${bottom}`;
    return `${sheet === '' ? '' : `${sheet}!`}${first === last ? first : `${first}:${last}`}`;
  });
  return ranges.length === 0 ? undefined : ranges.join(', ');
};

/** 1 for "A", 27 for "AA". */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const lettersOf = (column: number): string =>
  (column > 26 ? lettersOf(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));
