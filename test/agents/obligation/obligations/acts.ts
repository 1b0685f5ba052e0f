import type { ObligationDetail, ObligationView } from '../../../../agents/obligation/obligations/view.ts';
import type { DossierError } from '../../../../core/errors/error.ts';
import type { ObligationOffice } from '../../../support/obligation-office.ts';

type Input = Record<string, unknown>;
export type List = {
  obligations: ObligationView[];
  total: number;
  unread: { document_id: string; document_name: string }[];
  summary: Record<string, unknown>;
};
export type Changed = { obligations: ObligationDetail[] };

export const listed = (office: ObligationOffice, input: Input = {}) => office.call<List>('obligations', input);

/** The first of those that are listed whose title has the words. */
export const named = async (office: ObligationOffice, words: RegExp, input: Input = {}): Promise<ObligationView> => {
  const { obligations } = await listed(office, { limit: 500, ...input });
  const found = obligations.find(({ title }) => words.test(title));
  if (found === undefined)
    throw new Error(`no obligation is called ${words}: ${obligations.map((each) => each.title)}`);
  return found;
};

/** Confirms, does, snoozes, dismisses or reopens one. */
export const act = async (
  office: ObligationOffice,
  verb: string,
  id: string,
  input: Input = {},
): Promise<ObligationDetail> => {
  const { obligations } = await office.call<Changed>(`obligations.${verb}`, { ids: [id], ...input });
  const [detail] = obligations;
  if (detail === undefined) throw new Error('nothing came back');
  return detail;
};

export const edit = (office: ObligationOffice, id: string, input: Input) =>
  office.call<ObligationDetail>('obligations.edit', { id, ...input });

/** Nothing runs in between. */
export const until = (office: ObligationOffice, instant: string): void =>
  office.clock.advance(Date.parse(instant) - office.clock.now());

export const codeOf = async (run: () => Promise<unknown>): Promise<string | undefined> => {
  try {
    await run();
    return undefined;
  } catch (thrown) {
    return (thrown as DossierError).code;
  }
};
