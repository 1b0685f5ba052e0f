import { analysisStore } from '../../../../core/document/analysis-store.ts';
import { analyses, readings } from '../records.ts';

/** How analyses are kept, with what was read. */
export const { storeAnalysis, removeOlderAnalyses, removeAnalyses } = analysisStore({
  analyses,
  findings: readings,
  nameOf: ({ obligation }) => obligation,
});
