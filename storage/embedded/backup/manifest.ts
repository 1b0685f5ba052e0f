import { z } from 'zod';

export const manifestName = 'manifest.json';
/** Named as in a data folder, which an unpacked backup is. */
export const databaseName = 'dossier.db';
export const blobsName = 'blobs';

/** As `sha256sum --check` reads it, over every other file. The last file of a backup: without it, it is not whole. */
export const sumsName = 'SHA256SUMS';

/** What a person or a later version wants to know before unpacking. */
export const manifestSchema = z.object({
  format: z.literal(1),
  engine: z.literal('embedded'),
  schema: z.int().positive(),
  createdAt: z.iso.datetime(),
  blobs: z.int().nonnegative(),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const writeSums = (sums: ReadonlyMap<string, string>): string =>
  [...sums].map(([name, sha256]) => `${sha256}  ${name}\n`).join('');
