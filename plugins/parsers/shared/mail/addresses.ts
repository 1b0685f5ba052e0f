type Token = { readonly kind: 'word' | 'quoted' | 'address' | 'comment' | ',' | ';' | ':'; readonly text: string };

const ENCODED = /=\?[^?\s]{1,60}\?[QqBb]\?[^?]{0,1000}\?=/y;

/** RFC 5322, 3.2 and 3.4, as far as names, addresses, comments and what parts them; anything else is a word. */
const tokens = (value: string): Token[] => {
  const found: Token[] = [];
  let word = '';
  const flush = (): void => {
    if (word.trim() !== '') found.push({ kind: 'word', text: word.trim() });
    word = '';
  };
  for (let at = 0; at < value.length; at += 1) {
    const character = value.charAt(at);
    ENCODED.lastIndex = at;
    // Encoded words are whole, whatever marks stand in them against the standard.
    const encoded = character === '=' ? ENCODED.exec(value)?.[0] : undefined;
    if (encoded !== undefined) {
      word += encoded;
      at += encoded.length - 1;
    } else if (character === '"') {
      const { text, end } = quoted(value, at, '"');
      // A quotation mark that is not closed is one more character.
      if (end < 0) word += character;
      else {
        flush();
        found.push({ kind: 'quoted', text });
        at = end;
      }
    } else if (character === '(') {
      const { text, end } = quoted(value, at, ')');
      if (end < 0) word += character;
      else {
        flush();
        found.push({ kind: 'comment', text });
        at = end;
      }
    } else if (character === '<') {
      const end = value.indexOf('>', at);
      flush();
      found.push({ kind: 'address', text: value.slice(at + 1, end < 0 ? value.length : end).trim() });
      at = end < 0 ? value.length : end;
    } else if (character === ',' || character === ';' || character === ':') {
      flush();
      found.push({ kind: character, text: character });
    } else word += character;
  }
  flush();
  return found;
};

/** Marks that were not closed are looked for no further than this. */
const MAX_QUOTED = 500;
/** Of a field with thousands of recipients the first ones are shown. */
const MAX_FIELD = 200_000;

const quoted = (value: string, from: number, close: string): { readonly text: string; readonly end: number } => {
  let text = '';
  const last = Math.min(value.length, from + MAX_QUOTED);
  for (let at = from + 1; at < last; at += 1) {
    const character = value.charAt(at);
    if (character === close) return { text, end: at };
    if (character === '\\' && at + 1 < last) at += 1;
    text += value.charAt(at);
  }
  return { text: '', end: -1 };
};

export type Mailbox = { readonly name: string; readonly address: string };

/** What a group ("Team: a@b.c, d@e.f;") or a single mailbox is. `group` is undefined outside one. */
export type Recipient = { readonly group: string | undefined; readonly mailboxes: readonly Mailbox[] };

/** The mailboxes of an address field (RFC 5322, 3.4) in order; `decode` makes text of names. */
export const parseAddresses = (value: string, decode: (value: string) => string): readonly Recipient[] => {
  const recipients: { group: string | undefined; mailboxes: Mailbox[] }[] = [];
  let open: Token[] = [];
  let inGroup = false;
  const close = (): void => {
    const mailbox = mailboxOf(open, decode);
    open = [];
    if (mailbox === undefined) return;
    const last = recipients.at(-1);
    if (inGroup && last !== undefined) last.mailboxes.push(mailbox);
    else recipients.push({ group: undefined, mailboxes: [mailbox] });
  };
  for (const token of tokens(value.slice(0, MAX_FIELD))) {
    if (token.kind === ':' && !inGroup && open.length > 0 && open.every(({ kind }) => kind !== 'address')) {
      recipients.push({ group: decode(open.map(({ text }) => text).join(' ')).trim(), mailboxes: [] });
      inGroup = true;
      open = [];
    } else if (token.kind === ',' || token.kind === ';') {
      close();
      if (token.kind === ';') inGroup = false;
    } else open.push(token);
  }
  close();
  return recipients;
};

const mailboxOf = (open: readonly Token[], decode: (value: string) => string): Mailbox | undefined => {
  const address = open.findLast(({ kind }) => kind === 'address')?.text;
  const words = open.filter(({ kind }) => kind === 'word' || kind === 'quoted' || kind === ':');
  const name = decode(words.map(({ text }) => text).join(' '))
    .replace(/\s+/g, ' ')
    .trim();
  if (address !== undefined) return name === '' && address === '' ? undefined : { name, address };
  // "a@b.c (Ann)" and a name without an address.
  const comment = decode(open.find(({ kind }) => kind === 'comment')?.text ?? '').trim();
  if (name === '') return comment === '' ? undefined : { name: comment, address: '' };
  return name.includes('@') ? { name: comment, address: name } : { name, address: '' };
};

/** "Jane Doe <jane@example.com>", a name with a comma in quotation marks. */
export const formatMailbox = ({ name, address }: Mailbox): string => {
  if (name === '' || name.toLowerCase() === address.toLowerCase()) return address;
  const shown = /[,;<>]/.test(name) ? `"${name.replace(/"/g, "'")}"` : name;
  return address === '' ? shown : `${shown} <${address}>`;
};

export const formatAddresses = (recipients: readonly Recipient[]): string =>
  recipients
    .map(({ group, mailboxes }) => {
      const list = mailboxes.map(formatMailbox).join(', ');
      if (group === undefined) return list;
      return list === '' ? group : `${group}: ${list}`;
    })
    .join(', ');
