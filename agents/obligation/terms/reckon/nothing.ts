import type { Term, TermName } from '../../model/terms.ts';

/** A term of which nothing is said. */
export const nothing = (name: TermName): Term => ({
  name,
  value: null,
  explanation: '',
  needs: null,
  evidence: [],
  confidence: 0,
});
