import { DossierError } from '../errors/error.ts';
import type { Clock } from '../ports/clock.ts';
import type { OcrSettings } from '../ports/parser.ts';

/** How long one file may take. */
export type Deadline = {
  /** One more page is being recognized: the file's own time stands still for as long as one page may take. */
  recognizing(): void;
  /** How much of the time so far was that of pages being recognized. */
  recognizedMs(): number;
};

type Limits = {
  readonly parseSeconds: number;
  readonly recognizeSeconds: number;
  readonly ocr: Pick<OcrSettings, 'maxPages'>;
};

/**
 * Calls `stop` when the file has used up its time. Recognizing a page takes seconds where reading it takes
 * milliseconds, and a scan may have hundreds: each page that is announced adds the time that one page may take, and
 * takes away what the page before it left unused. So a page that hangs is stopped after its own time and the file's.
 */
export const createDeadline = (
  limits: Limits,
  clock: Clock,
  finished: AbortSignal,
  stop: (error: DossierError) => void,
): Deadline => {
  const began = clock.now();
  let pages = 0;
  let pageBegan = began;
  /** Time of recognized pages that are done. */
  let recognized = 0;

  const ofPage = (): number => (pages === 0 ? 0 : Math.min(clock.now() - pageBegan, limits.recognizeSeconds * 1000));
  const allowed = (): number =>
    limits.parseSeconds * 1000 + recognized + (pages === 0 ? 0 : limits.recognizeSeconds * 1000);

  const watch = async (): Promise<void> => {
    for (;;) {
      const left = began + allowed() - clock.now();
      if (left <= 0) break;
      await clock.sleep(left, finished);
    }
    const seconds = Math.round(allowed() / 1000);
    stop(new DossierError('parse_timeout', { seconds }));
  };
  // Finished before its time.
  watch().catch(() => {});

  return {
    recognizing: () => {
      if (pages >= limits.ocr.maxPages) return;
      recognized += ofPage();
      pages += 1;
      pageBegan = clock.now();
    },
    recognizedMs: () => recognized + ofPage(),
  };
};
