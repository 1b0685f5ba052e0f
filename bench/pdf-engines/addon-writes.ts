import { LiteParse } from '@llamaindex/liteparse';

// Asks the native engine to write the pictures of a file to the folder in argv, which the permission model forbids.
process.on('message', async (files: Uint8Array[]) => {
  const imageOutputDir = process.argv[2] ?? '';
  const parser = new LiteParse({ ocrEnabled: false, quiet: true, extractImages: true, imageOutputDir });
  for (const bytes of files) await parser.parse(Buffer.from(bytes)).catch(() => undefined);
  process.disconnect?.();
});
