import type { OcrSettings, ParseLimits } from '../ports/parser.ts';
import type { SandboxLimits } from '../sandbox/worker.ts';
import type { Config } from './schema.ts';

type Settings = Pick<Config, 'limits' | 'ocr'>;

/** What a parser keeps by itself, as the configuration sets it. */
const parseLimitsOf = ({ limits }: Pick<Config, 'limits'>): ParseLimits => ({
  maxBytes: limits.max_bytes,
  maxPages: limits.max_pages,
  maxCharacters: limits.max_characters,
  maxUnpackedBytes: limits.max_unpacked_bytes,
  maxPixels: limits.max_pixels,
  maxCells: limits.max_cells,
  maxNesting: limits.max_nesting,
});

const ocrSettingsOf = ({ ocr }: Pick<Config, 'ocr'>): OcrSettings => ({
  languages: ocr.languages,
  maxPages: ocr.max_pages,
});

/** What the process around a parser keeps, and the settings that it passes on. */
export const sandboxLimitsOf = (settings: Settings): SandboxLimits => ({
  ...parseLimitsOf(settings),
  parseSeconds: settings.limits.parse_seconds,
  parseMegabytes: settings.limits.parse_megabytes,
  recognizeSeconds: settings.ocr.seconds_per_page,
  ocr: ocrSettingsOf(settings),
});
