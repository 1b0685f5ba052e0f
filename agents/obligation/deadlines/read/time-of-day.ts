/** "17:00", and whether the words name an hour or only the end of working hours. */
export type TimeOfDay = { readonly time: string; readonly note: string | undefined };

const clock = /(?<![\d.:,/-])(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?\s?m\b\.?/i;
const hours24 = /(?<![\d.:,/-])([01]?\d|2[0-3])[:.]([0-5]\d)(?:\s*(?:hours|hrs|h|uhr)\b)?(?![\d:%]|\.\d)/i;
const wholeHours =
  /(?<![\d.:,/-])([01]?\d|2[0-3])(?:\s?(?:h|hrs|hours)\b(?!\s+(?:after|before|of|from|prior|following|notice))|\s?o['’]clock)/i;
const closing =
  /\b(?:close|end)\s+of\s+(?:(?:normal|regular|ordinary)\s+)?(?:business|trading|banking)(?:\s+(?:hours|day))?\b/i;

/** The hour that words give to a day. Unknown opening hours end at five in the afternoon, and are said to be assumed. */
export const timeOfDay = (text: string): TimeOfDay | undefined => {
  const named = clock.exec(text);
  if (named !== null) {
    const hour = Number(named[1]);
    if (hour < 1 || hour > 12) return undefined;
    const half = (named[3] ?? '').toLowerCase() === 'p' ? 12 : 0;
    return { time: `${two((hour % 12) + half)}:${named[2] ?? '00'}`, note: undefined };
  }
  if (/\bnoon\b|\bmidday\b/i.test(text)) return { time: '12:00', note: undefined };
  if (/\bmidnight\b/i.test(text)) return { time: '23:59', note: 'midnight taken as the end of the day' };
  const figures = hours24.exec(text) ?? wholeHours.exec(text);
  if (figures !== null && /\b(?:at|by|before|until|till|than|hours?|hrs|h|uhr|time|o['’]clock)\b/i.test(text)) {
    return { time: `${two(Number(figures[1]))}:${figures[2] ?? '00'}`, note: undefined };
  }
  return closing.test(text) ? { time: '17:00', note: 'close of business taken as 17:00' } : undefined;
};

const two = (value: number): string => String(value).padStart(2, '0');
