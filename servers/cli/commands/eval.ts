import { Command } from 'commander';
import { DossierError } from '../../../core/errors/error.ts';
import { examplesText } from '../capability-command.ts';
import type { Session } from '../session.ts';
import { evalCorpus } from './eval/corpus.ts';
import { evalFiles } from './eval/files.ts';

const DESCRIPTION = `With --corpus: ask this installation every query of an evaluation corpus and write what it says, to be scored.

The corpus' documents go into a data folder of their own, which is removed at the end; your own documents are not touched. Of a query only its text and its document reach the system. docs/quality.md has the format and our scores.

With --files: read every file of a folder, as anybody's documents are read, and write a line of JSON for each: whether it could be read or why not, by which parser, pages, characters, time and memory.`;

type Options = {
  readonly corpus?: string;
  readonly files?: string;
  readonly out: string;
  readonly tasks: string;
  readonly rewordings?: string;
  readonly limit?: string;
};

export const evalCommand = (session: Session): Command =>
  new Command('eval')
    .summary('Measure search and answers on a corpus, or reading on a folder of files.')
    .description(DESCRIPTION)
    .option('--corpus <folder>', 'folder with documents/*.txt and queries.jsonl')
    .option('--files <folder>', 'folder of files to read')
    .requiredOption('--out <path>', 'folder for the predictions, or file for the lines; made where it is missing')
    .option('--tasks <names>', 'what to measure on a corpus, separated by commas', 'retrieval,answers')
    .option('--rewordings <file>', "ask each query in its category's other words: lines of category, tab, question")
    .option('--limit <number>', 'only the first so many queries')
    .addHelpText(
      'after',
      examplesText([
        'eval --corpus eval/tuning/general --out predictions',
        'eval --files ~/Documents/contracts --out files.jsonl',
      ]),
    )
    .action(async (options: Options) => {
      const { corpus, files, out } = options;
      if (corpus !== undefined && files === undefined) return evalCorpus(session, { ...options, corpus });
      if (files !== undefined && corpus === undefined) return evalFiles(session, files, out);
      throw new DossierError('invalid_input', { problems: ['give either --corpus or --files'] });
    });
