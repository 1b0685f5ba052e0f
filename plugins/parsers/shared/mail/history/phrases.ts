/**
 * How mail programs announce what they quote: English, German, French, Spanish, Italian, Dutch, Portuguese, Swedish,
 * Danish and Norwegian. All lines are looked at without blanks at their ends.
 */

/** What is longer was not written by a program. */
const MAX_LINE = 500;

/** Prefixes of subjects: of a forwarded message, and of a reply. */
const FORWARD_PREFIX = /^(?:fwd?|wg|tr|rv|i|doorst|enc|vb|vs|videresend)\s*(?:\[\d+\])?\s*:/i;
const REPLY_PREFIX = /^(?:re|aw|antw|r[eé]f|res|sv|ynt|rif|r)\s*(?:\[\d+\])?\s*:/i;

export const isForwarded = (subject: string): boolean => FORWARD_PREFIX.test(subject.trim());
export const isReply = (subject: string): boolean => REPLY_PREFIX.test(subject.trim());

const RULED_FORWARD =
  /^[-_=*]{2,}\s*(?:forwarded (?:message|by .{1,100})|weitergeleitete nachricht|message transf[eé]r[eé]|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht|mensagem (?:en)?caminhada|vidarebefordrat meddelande|videresendt (?:besked|melding))(?!\p{L}).{0,120}$/iu;
const PLAIN_FORWARD =
  /^(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|d[eé]but du message (?:transf[eé]r[eé]|r[eé]exp[eé]di[eé])|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht|in[ií]cio da mensagem (?:re|en)caminhada)\s*:$/i;

/** A line over what was forwarded, which is what the message is about. */
export const isForwardMark = (line: string): boolean =>
  line.length <= MAX_LINE && (RULED_FORWARD.test(line) || PLAIN_FORWARD.test(line));

const ORIGINAL =
  /^[-_=*]{2,}\s*(?:original message|original appointment|urspr[uü]ngliche nachricht|original-?nachricht|message d['’]origine|message original|mensaje original|messaggio originale|oorspronkelijk bericht|mensagem original|ursprungligt meddelande|oprindelig (?:meddelelse|besked)|opprinnelig melding)\s*[-_=*]*$/i;

/** "-----Original Message-----". */
export const isOriginalMark = (line: string): boolean => line.length <= MAX_LINE && ORIGINAL.test(line);

const FROM = /^\*?(?:from|von|de|da|van|fr[aå]n|fra)\s*:\*?\s*\S/i;
const OTHERS: readonly RegExp[] = [
  /^\*?(?:sent|date|gesendet|datum|envoy[eé]|enviado(?: el)?|fecha|inviato|data|verzonden|skickat|sendt|dato)\s*:/i,
  /^\*?(?:to|an|[àa]|para|aan|till|til)\s*:/i,
  /^\*?(?:subject|betreff|objet|asunto|oggetto|onderwerp|assunto|[äa]mne|emne)\s*:/i,
  /^\*?(?:cc|kopie|copie|copia|kopia|kopi)\s*:/i,
];
const HEADER_WITHIN = 9;
const HEADER_OTHERS = 2;

/**
 * Lines of a header block ("From: … / Sent: … / To: … / Subject: …") that begins with the line at `from`; 0 where
 * none does. Long fields may be wrapped.
 */
export const headerBlock = (all: readonly string[], from = 0): number => {
  if (!FROM.test(all[from] ?? '')) return 0;
  const lines = all.slice(from, from + HEADER_WITHIN);
  const seen = new Set<RegExp>();
  let last = 0;
  for (let index = 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const field = OTHERS.find((pattern) => pattern.test(line));
    if (field !== undefined) {
      seen.add(field);
      last = index;
      // Text that follows a blank line is the message; without one it is the rest of a long field.
    } else if (FROM.test(line) || (line !== '' && lines[index - 1] === '')) break;
  }
  return seen.size >= HEADER_OTHERS ? last + 1 : 0;
};

const WROTE =
  '(?:wrote|schrieb|writes|a écrit|ha escrito|escribió|ha scritto|scrisse|het volgende geschreven|schreef|escreveu|skrev)';
const ATTRIBUTION = new RegExp(
  `^(?:on|am|le|el|il|op|em|den|no dia|på)\\s.{5,300}\\s${WROTE}(?:\\s.{1,100})?\\s?:$`,
  'i',
);
const BY_NAME = new RegExp(`^\\S.{1,200}\\s${WROTE}(?:\\s(?:on|am|le|el|il|op|em|den)\\s.{5,100})?\\s?:$`, 'i');
const BY_DATE = /^\d{4}-\d\d-\d\d \d{1,2}:\d\d.{0,20} .{1,200}<\S+@\S+>\s?:$/;

/** "On Tue, 14 Apr 2026 at 09:12, Jane Doe <jane@example.com> wrote:", wrapped lines joined. */
export const isAttribution = (line: string): boolean =>
  line.length <= MAX_LINE && (ATTRIBUTION.test(line) || BY_NAME.test(line) || BY_DATE.test(line));

/** One that only a program writes, so that what follows is quoted even without marks: it names a time or an address. */
export const isCertainAttribution = (line: string): boolean =>
  isAttribution(line) && /\d/.test(line) && /\d{1,2}[:.h]\d{2}|@/.test(line);
