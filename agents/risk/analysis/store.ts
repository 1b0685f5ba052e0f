import { analysisStore } from '../../../core/document/analysis-store.ts';
import { analyses, findings } from '../findings/records.ts';

/** How analyses are kept, with their findings. */
export const { storeAnalysis, removeOlderAnalyses, removeAnalyses } = analysisStore({
  analyses,
  findings,
  nameOf: ({ finding }) => finding,
});
