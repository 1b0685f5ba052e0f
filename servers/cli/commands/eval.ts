import { Command } from 'commander';
import { DossierError } from '../../../core/errors/error.ts';
import { examplesText } from '../capability-command.ts';
import type { Session } from '../session.ts';

const DESCRIPTION = `With --corpus: ask this installation every query of an evaluation corpus and write what it says, to be scored.

The corpus' documents go into a data folder of their own, which is removed at the end; your own documents are not touched. Of a query only its text and its document reach the system. docs/quality.md has the format and our scores.

With --files: read every file of a folder, as anybody's documents are read, and write a line of JSON for each: whether it could be read or why not, by which parser, pages, characters, time and memory.

With --obligations, in a checkout: read the sentences of eval/obligations and say how many duties are read right; --write stores the figures for docs/quality.md.

With --terms, in a checkout: read the excerpts of eval/terms and say how many terms are read right; --write stores the figures for docs/quality.md.

With --report, in a checkout: write docs/quality.md from the figures in eval/figures. With --corpora and --out every corpus is asked anew before, with --corpora and --predictions what is there is scored anew.

With --floors and --corpora, in a checkout: measure small samples and hold them against eval/floors.json; --write raises the floors to a little below what was measured.`;

type Options = {
  readonly corpus?: string;
  readonly files?: string;
  readonly obligations?: true;
  readonly terms?: true;
  readonly report?: true;
  readonly floors?: true;
  readonly write?: true;
  readonly corpora?: string;
  readonly predictions?: string;
  readonly out?: string;
  readonly tasks: string;
  readonly limit?: string;
};

export const evalCommand = (session: Session): Command =>
  new Command('eval')
    .summary('Measure search and answers on a corpus, or reading on a folder of files.')
    .description(DESCRIPTION)
    .option('--corpus <folder>', 'folder with documents/*.txt and queries.jsonl')
    .option('--files <folder>', 'folder of files to read')
    .option('--obligations', 'measure how duties are read')
    .option('--terms', 'measure how terms are read')
    .option('--report', 'write docs/quality.md')
    .option('--floors', 'measure the samples that have floors')
    .option('--write', 'raise the floors, or store the figures of duties or terms')
    .option('--corpora <folder>', 'folder that holds the corpora of the report or the floors')
    .option('--predictions <folder>', 'folder that holds predictions of the corpora which are reported')
    .option('--out <path>', 'folder for the predictions, or file for the lines; made where it is missing')
    .option('--tasks <names>', 'what to measure on a corpus, separated by commas', 'retrieval,answers,clauses,terms')
    .option('--limit <number>', 'only the first so many queries')
    .addHelpText(
      'after',
      examplesText([
        'eval --corpus eval/tuning/general --out predictions',
        'eval --files ~/Documents/contracts --out files.jsonl',
        'eval --obligations',
        'eval --terms',
        'eval --report --corpora ../shared/corpora --out predictions',
      ]),
    )
    .action(async ({ corpus, files, obligations, terms, report, floors, out, ...options }: Options) => {
      const given = [corpus, files, obligations, terms, report, floors].filter((choice) => choice !== undefined);
      if (given.length !== 1) {
        throw new DossierError('invalid_input', {
          problems: ['give either --corpus or --files, or --obligations, --terms, --report or --floors'],
        });
      }
      if (obligations) return (await import('./eval/obligations.ts')).evalObligations(session, options);
      if (terms) return (await import('./eval/terms.ts')).evalTerms(session, options);
      if (floors) return (await import('./eval/floors.ts')).evalFloors(session, options);
      if (report)
        return (await import('./eval/report.ts')).evalReport(session, {
          ...options,
          ...(out === undefined ? {} : { out }),
        });
      if (out === undefined) throw new DossierError('invalid_input', { problems: ['--out says where to write'] });
      if (corpus !== undefined)
        return (await import('./eval/corpus.ts')).evalCorpus(session, { ...options, corpus, out });
      if (files !== undefined) return (await import('./eval/files.ts')).evalFiles(session, files, out);
    });
