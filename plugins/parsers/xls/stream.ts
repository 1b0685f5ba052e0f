import { DossierError } from '../../../core/errors/error.ts';

type CompoundFiles = {
  read(bytes: Uint8Array, options: { type: 'array' }): unknown;
  find(file: unknown, path: string): { readonly content?: Uint8Array | readonly number[] } | null;
};

/** The stream that holds the workbook: "Workbook" since Excel 97, "Book" before. Throws `damaged`. */
export const workbookStream = async (bytes: Uint8Array): Promise<Uint8Array | undefined> => {
  const { CFB } = await import('xlsx');
  const files = CFB as CompoundFiles;
  try {
    const file = files.read(bytes, { type: 'array' });
    const content = (files.find(file, '/Workbook') ?? files.find(file, '/Book'))?.content;
    return content === undefined ? undefined : Uint8Array.from(content);
  } catch (thrown) {
    throw new DossierError('damaged', {}, { cause: thrown });
  }
};
