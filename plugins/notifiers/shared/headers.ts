import type { Message } from '../../../core/ports/notifier.ts';
import { oneLine } from './text.ts';

export const subjectOf = ({ title }: Message): string => oneLine(title, 250) || 'Dossier';

/**
 * Headers of every message: nobody's absence note is to answer it (RFC 3834), and one POST stops what comes after it
 * (RFC 8058, which asks for https).
 */
export const headersOf = ({ unsubscribeUrl }: Message): Readonly<Record<string, string>> => {
  const automatic = { 'Auto-Submitted': 'auto-generated' };
  if (unsubscribeUrl === undefined || !URL.canParse(unsubscribeUrl)) return automatic;
  // A parsed URL holds neither line breaks nor angle brackets.
  const { href, protocol } = new URL(unsubscribeUrl);
  return {
    ...automatic,
    'List-Unsubscribe': `<${href}>`,
    ...(protocol === 'https:' ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
  };
};
