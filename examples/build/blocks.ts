/** What a contract is made of, so that each one is written once as text and set in type by `pdf.ts` or `word.ts`. */
export type Block =
  | { readonly kind: 'article'; readonly number: string; readonly heading: string }
  | { readonly kind: 'clause'; readonly number: string; readonly heading: string; readonly text: string }
  | { readonly kind: 'item'; readonly label: string; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string; readonly newPage: boolean }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      readonly rows: ReadonlyArray<readonly string[]>;
      /** Share of the text width that each column takes; they add up to 1. */
      readonly widths: readonly number[];
    }
  | { readonly kind: 'signatures'; readonly parties: readonly SignatureParty[] };

export type SignatureParty = {
  readonly role: string;
  readonly company: string;
  readonly name: string;
  readonly title: string;
  readonly date: string;
};

export type Contract = {
  readonly title: string;
  readonly subtitle: string;
  /** Printed at the head of every page but the first. */
  readonly runningHead: string;
  readonly reference: string;
  readonly author: string;
  readonly signedAt: Date;
  readonly blocks: readonly Block[];
};

export function article(number: string, heading: string): Block {
  return { kind: 'article', number, heading };
}

export function clause(number: string, heading: string, text: string): Block {
  return { kind: 'clause', number, heading, text };
}

export function items(...texts: readonly string[]): Block[] {
  return texts.map((text, index) => ({ kind: 'item', label: `(${String.fromCharCode(97 + index)})`, text }));
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

export function heading(text: string, options: { readonly newPage?: boolean } = {}): Block {
  return { kind: 'heading', text, newPage: options.newPage ?? false };
}

export function table(
  header: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
  widths: readonly number[],
): Block {
  return { kind: 'table', header, rows, widths };
}

export function signatures(...parties: readonly SignatureParty[]): Block {
  return { kind: 'signatures', parties };
}
