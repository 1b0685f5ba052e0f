import type { ParseWarning } from '../../../core/document/parsed.ts';
import { encodingWarnings } from '../shared/encoding.ts';
import type { Findings } from './reading.ts';

export const findingWarnings = (findings: Findings, text: string, replaced: number): ParseWarning[] => {
  const { tracked, hidden, prompts, embedded, pictures } = findings;
  const warnings: ParseWarning[] = encodingWarnings({ text, encoding: 'utf-8', replaced, doubtful: false });
  const warn = (code: string, message: string): void => {
    warnings.push({ code, message });
  };
  if (tracked) {
    warn('tracked-changes', 'The document has tracked changes; the text is read as if all of them were accepted.');
  }
  if (hidden) warn('hidden-text', 'The document has text that Word is told to hide; it was left out.');
  if (prompts > 0) {
    const places = prompts === 1 ? 'One place' : `${prompts} places`;
    warn(
      'not-filled-in',
      `${places} to be filled in still ${prompts === 1 ? 'holds' : 'hold'} the prompt that came with the form.`,
    );
  }
  if (embedded.size > 0) {
    warn(
      'embedded-text',
      'Parts of the text are stored in the file as documents of their own and are read as such, not in their place.',
    );
  }
  if (text === '' && pictures) warn('no-text-layer', 'The document holds pictures and no text.');
  else if (text === '') warn('blank', 'The document holds no text.');
  return warnings;
};
