import type { Status } from './records.ts';

/** What somebody did who decided so: nobody opens a finding but by taking another decision back. */
export const decisionVerbs: Readonly<Record<Status, string>> = {
  open: 'reopened',
  accepted: 'accepted',
  dismissed: 'dismissed',
};
