const units: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  dozen: 12,
};
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

const numeral = `(?:${Object.keys(units).join('|')})`;
const scale = `(?:${Object.keys(scales).join('|')})`;
/** "ninety", "one hundred and twenty-five", "two million": at most twelve words. For use as `numberPattern`. */
export const spelledPattern = `${numeral}(?:(?:\\s+and\\s+|\\s*-\\s*|\\s+)(?:${numeral}|${scale})){0,11}(?:\\s+and\\s+(?:a|one)[\\s-]+(?:half|quarter))?`;
/** "1,250.50", "1.250,50", "90", "1 250 000", "½". */
const figures =
  "(?:\\d{1,3}(?:[,.’'\\u00a0\\u202f ]\\d{3}(?!\\d))+(?:[.,]\\d{1,2}(?!\\d))?|\\d+(?:[.,]\\d+)?)(?:\\s?[½¼¾])?|[½¼¾]";

/**
 * A number in figures, in words, or in both ("ninety (90)", "90 (ninety)"), for use inside a larger pattern; give what it
 * matches to `numberOf`.
 */
export const numberPattern = `(?:${spelledPattern}\\s*\\(\\s*(?:${figures})\\s*[%x×]?\\s*\\)|(?:${figures})\\s*\\(\\s*${spelledPattern}\\s*\\)|${spelledPattern}|${figures})`;

const inFigures = new RegExp(figures, 'i');
const fractions: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

/** Value of a number as written. Where words and figures are both there, the figures. undefined for what is no number. */
export const numberOf = (written: string): number | undefined => {
  const found = inFigures.exec(written)?.[0];
  return found === undefined ? spelledValue(written) : figuresValue(found);
};

const figuresValue = (written: string): number => {
  const fraction = fractions[written.at(-1) ?? ''] ?? 0;
  const bare = written.replace(/\s?[½¼¾]$/, '').replace(/[’'\s\u00a0\u202f]/g, '');
  if (bare === '') return fraction;
  const separators = bare.replace(/\d/g, '');
  const last = separators.at(-1);
  const decimals = bare.length - 1 - bare.lastIndexOf(last ?? '');
  // One separator before three figures parts thousands ("1,250", "1.250"), as several equal ones do; any other is a decimal sign.
  const isDecimal = last !== undefined && (separators.length === 1 ? decimals !== 3 : !separators.startsWith(last));
  const whole = isDecimal ? bare.slice(0, bare.length - 1 - decimals) : bare;
  const rest = isDecimal ? bare.slice(bare.length - decimals) : '';
  return Number(`${whole.replace(/[.,]/g, '')}.${rest || '0'}`) + fraction;
};

const spelledValue = (written: string): number | undefined => {
  const part = /\sand\s+(?:a|one)[\s-]+(half|quarter)$/i.exec(written);
  const words =
    written
      .slice(0, part?.index)
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  let total = 0;
  let group = 0;
  let found = false;
  for (const word of words) {
    const unit = units[word];
    const factor = scales[word];
    if (unit !== undefined) group += unit;
    else if (factor === 100) group = (group || 1) * 100;
    else if (factor !== undefined) {
      total += (group || 1) * factor;
      group = 0;
    } else if (word !== 'and') return undefined;
    found ||= unit !== undefined || factor !== undefined;
  }
  const rest = part === null ? 0 : /half/i.test(part[1] ?? '') ? 0.5 : 0.25;
  return found ? total + group + rest : undefined;
};
