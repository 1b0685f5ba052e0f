import { z } from 'zod';

/** Marks a setting whose value is never shown or logged. */
const secret = (schema: z.ZodString) => schema.meta({ secret: true });

const name = z.string().min(1);

/** http or https, and nothing of an account in it. */
const webUrl = z.string().refine((text) => {
  const url = URL.parse(text.replaceAll(/[{}]/g, ''));
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}, 'Expected a URL: https://dossier.example');

/** Tesseract's name of a language: "eng", "chi_sim". Never part of a path beyond these letters. */
export const ocrLanguage = z
  .string()
  .regex(/^[a-z]{3}(?:_[a-z]{3,4}){0,2}$/, 'Expected the name of a language as Tesseract has it: eng, deu, chi_sim');

/**
 * Every setting of Dossier. A setting is found in the configuration file under its path, in the environment as
 * DOSSIER_ and its path in capitals with underscores (server.port: DOSSIER_SERVER_PORT), and as a flag where a
 * command has one.
 */
export const configSchema = z.strictObject({
  data: name.describe('Folder that holds everything Dossier stores.'),
  storage: z.enum(['embedded']).default('embedded').describe('Storage engine.'),
  embedder: z
    .union([name, z.literal('none')])
    .default('builtin')
    .describe('Plugin that turns text into vectors: builtin, transformers, openai, or none to search by words alone.'),
  clauses: z
    .union([name, z.literal('none')])
    .default('contract-clauses')
    .describe('Plugin that finds the clauses of a document by their types; none to do without.'),
  model: name.optional().describe('Plugin for a chat model that writes answers from the evidence; none by default.'),
  log: z
    .strictObject({
      level: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn').describe('Least severe line to log.'),
    })
    .prefault({}),
  server: z
    .strictObject({
      host: name.default('127.0.0.1').describe('Address that dossier serve listens on.'),
      port: z.int().min(0).max(65535).default(7420).describe('Port that dossier serve listens on; 0 takes a free one.'),
      key: secret(z.string().min(32))
        .optional()
        .describe('Bearer key of the REST API; made at first start where unset.'),
      allowed_hosts: z
        .array(name)
        .default([])
        .describe('Host names besides the loopback ones under which the server may be called.'),
    })
    .prefault({}),
  mcp: z
    .strictObject({
      allow: z.array(name).default([]).describe('Folders that an assistant may ingest from.'),
    })
    .prefault({}),
  limits: z
    .strictObject({
      max_bytes: z.int().positive().default(100_000_000).describe('Largest file, bytes.'),
      max_pages: z.int().positive().default(5_000).describe('Most pages of one file.'),
      max_characters: z.int().positive().default(20_000_000).describe('Most text of one file, UTF-16 code units.'),
      max_unpacked_bytes: z.int().positive().default(500_000_000).describe('Bytes that a container may unpack to.'),
      max_pixels: z.int().positive().default(150_000_000).describe('Most pixels of one picture.'),
      max_cells: z.int().positive().default(1_000_000).describe('Most cells of one spreadsheet.'),
      max_nesting: z.int().positive().default(200).describe('Most levels of parts in one another in one file.'),
      max_attachment_depth: z
        .int()
        .min(0)
        .default(3)
        .describe('Levels of attachments in attachments that are read; 0 reads none.'),
      parse_seconds: z.int().positive().default(120).describe('Longest time to read one file, seconds.'),
      parse_megabytes: z.int().positive().default(1_024).describe('Most memory of a parser process, megabytes.'),
    })
    .prefault({}),
  ocr: z
    .strictObject({
      languages: z
        .array(ocrLanguage)
        .default(['eng'])
        .describe('Languages to recognize in scans and pictures, the likeliest first; an empty list switches it off.'),
      max_pages: z.int().min(1).default(500).describe('Most pages of one file that are recognized.'),
      seconds_per_page: z.int().min(1).default(60).describe('Longest time to recognize one page, seconds.'),
    })
    .prefault({}),
  workers: z
    .strictObject({
      parsers: z.int().min(1).max(64).default(2).describe('Parser processes at once.'),
      documents: z.int().min(1).max(64).default(2).describe('Documents that are worked on at once.'),
    })
    .prefault({}),
  notifications: z
    .strictObject({
      public_url: webUrl
        .optional()
        .describe('Where this server is reached from outside; without it messages have no link to unsubscribe.'),
      link: webUrl
        .optional()
        .describe(
          'Where people go on from a message, with {document_id} and {obligation_id} in it: https://app.example/o/{obligation_id}.',
        ),
      bounce_key: secret(z.string().min(16))
        .optional()
        .describe('Password that mail services report bounces with; unset, none are taken.'),
      off: z
        .array(name)
        .default([])
        .describe('Notifiers that are not to start, where people are not to use them: file, console, webhook, slack.'),
    })
    .prefault({}),
  plugins: z
    .strictObject({
      external: z
        .array(name)
        .default([])
        .describe(
          'Plugins to load besides the built-in ones: package names, or paths relative to the configuration file.',
        ),
      options: z.record(z.string(), z.record(z.string(), z.unknown())).default({}).describe('Options by plugin name.'),
    })
    .prefault({}),
});

export type Config = Readonly<z.output<typeof configSchema>>;
