import path from 'node:path';
import { plugin as retrieval } from '../agents/retrieval/index.ts';
import { plugin as risk } from '../agents/risk/index.ts';
import type { LoadedConfig } from '../core/config/load.ts';
import { DossierError } from '../core/errors/error.ts';
import type { AnyPlugin } from '../core/plugin/define.ts';
import { loadExternalPlugins } from '../core/plugin/load.ts';
import type { PluginEntry } from '../core/plugin/problems.ts';
import { plugin as contractClauses } from '../plugins/clauses/contract-clauses.ts';
import { plugin as acceleration } from '../plugins/detectors/acceleration.ts';
import { plugin as amendmentContradicts } from '../plugins/detectors/amendment-contradicts.ts';
import { plugin as amendmentOfNothing } from '../plugins/detectors/amendment-of-nothing.ts';
import { plugin as automaticRenewal } from '../plugins/detectors/automatic-renewal.ts';
import { plugin as broadAuditRights } from '../plugins/detectors/broad-audit-rights.ts';
import { plugin as broadIndemnity } from '../plugins/detectors/broad-indemnity.ts';
import { plugin as changeOfControl } from '../plugins/detectors/change-of-control.ts';
import { plugin as conflictingGoverningLaws } from '../plugins/detectors/conflicting-governing-laws.ts';
import { plugin as conflictingLiabilityCaps } from '../plugins/detectors/conflicting-liability-caps.ts';
import { plugin as conflictingNoticePeriods } from '../plugins/detectors/conflicting-notice-periods.ts';
import { plugin as conflictingPaymentTerms } from '../plugins/detectors/conflicting-payment-terms.ts';
import { plugin as conflictingTerms } from '../plugins/detectors/conflicting-terms.ts';
import { plugin as covenantNotToSue } from '../plugins/detectors/covenant-not-to-sue.ts';
import { plugin as dataUse } from '../plugins/detectors/data-use.ts';
import { plugin as deemedAcceptance } from '../plugins/detectors/deemed-acceptance.ts';
import { plugin as definedTwice } from '../plugins/detectors/defined-twice.ts';
import { plugin as depositForfeiture } from '../plugins/detectors/deposit-forfeiture.ts';
import { plugin as discretionaryBonus } from '../plugins/detectors/discretionary-bonus.ts';
import { plugin as earlyTerminationFee } from '../plugins/detectors/early-termination-fee.ts';
import { plugin as endlessConfidentiality } from '../plugins/detectors/endless-confidentiality.ts';
import { plugin as entryWithoutNotice } from '../plugins/detectors/entry-without-notice.ts';
import { plugin as exclusivity } from '../plugins/detectors/exclusivity.ts';
import { plugin as figuresAndWords } from '../plugins/detectors/figures-and-words.ts';
import { plugin as firstRefusal } from '../plugins/detectors/first-refusal.ts';
import { plugin as freeAssignment } from '../plugins/detectors/free-assignment.ts';
import { plugin as holdoverRent } from '../plugins/detectors/holdover-rent.ts';
import { plugin as immediateTermination } from '../plugins/detectors/immediate-termination.ts';
import { plugin as ipAssignment } from '../plugins/detectors/ip-assignment.ts';
import { plugin as latePaymentInterest } from '../plugins/detectors/late-payment-interest.ts';
import { plugin as liquidatedDamages } from '../plugins/detectors/liquidated-damages.ts';
import { plugin as longPaymentTerms } from '../plugins/detectors/long-payment-terms.ts';
import { plugin as lowLiabilityCap } from '../plugins/detectors/low-liability-cap.ts';
import { plugin as minimumCommitment } from '../plugins/detectors/minimum-commitment.ts';
import { plugin as mostFavouredNation } from '../plugins/detectors/most-favoured-nation.ts';
import { plugin as ndaNoCompelledDisclosure } from '../plugins/detectors/nda-no-compelled-disclosure.ts';
import { plugin as ndaNoExclusions } from '../plugins/detectors/nda-no-exclusions.ts';
import { plugin as ndaNoReturn } from '../plugins/detectors/nda-no-return.ts';
import { plugin as ndaNoTerm } from '../plugins/detectors/nda-no-term.ts';
import { plugin as noConfidentiality } from '../plugins/detectors/no-confidentiality.ts';
import { plugin as noCurePeriod } from '../plugins/detectors/no-cure-period.ts';
import { plugin as noDataProtection } from '../plugins/detectors/no-data-protection.ts';
import { plugin as noDepositReturn } from '../plugins/detectors/no-deposit-return.ts';
import { plugin as noDisputeResolution } from '../plugins/detectors/no-dispute-resolution.ts';
import { plugin as noEarlyRepayment } from '../plugins/detectors/no-early-repayment.ts';
import { plugin as noExitNotice } from '../plugins/detectors/no-exit-notice.ts';
import { plugin as noForceMajeure } from '../plugins/detectors/no-force-majeure.ts';
import { plugin as noGoverningLaw } from '../plugins/detectors/no-governing-law.ts';
import { plugin as noHoliday } from '../plugins/detectors/no-holiday.ts';
import { plugin as noInsurance } from '../plugins/detectors/no-insurance.ts';
import { plugin as noIpOwnership } from '../plugins/detectors/no-ip-ownership.ts';
import { plugin as noLandlordRepairs } from '../plugins/detectors/no-landlord-repairs.ts';
import { plugin as noLiabilityCap } from '../plugins/detectors/no-liability-cap.ts';
import { plugin as noNoticePeriod } from '../plugins/detectors/no-notice-period.ts';
import { plugin as noOrderOfPrecedence } from '../plugins/detectors/no-order-of-precedence.ts';
import { plugin as noOvertimeTerms } from '../plugins/detectors/no-overtime-terms.ts';
import { plugin as noPaymentTerms } from '../plugins/detectors/no-payment-terms.ts';
import { plugin as noServiceLevels } from '../plugins/detectors/no-service-levels.ts';
import { plugin as noSetOff } from '../plugins/detectors/no-set-off.ts';
import { plugin as noSourceCodeEscrow } from '../plugins/detectors/no-source-code-escrow.ts';
import { plugin as noTerm } from '../plugins/detectors/no-term.ts';
import { plugin as noWarranty } from '../plugins/detectors/no-warranty.ts';
import { plugin as nonCompete } from '../plugins/detectors/non-compete.ts';
import { plugin as nonSolicit } from '../plugins/detectors/non-solicit.ts';
import { plugin as oneSidedCosts } from '../plugins/detectors/one-sided-costs.ts';
import { plugin as oneSidedForum } from '../plugins/detectors/one-sided-forum.ts';
import { plugin as oneSidedLiabilityCap } from '../plugins/detectors/one-sided-liability-cap.ts';
import { plugin as oneSidedTermination } from '../plugins/detectors/one-sided-termination.ts';
import { plugin as perpetualLicence } from '../plugins/detectors/perpetual-licence.ts';
import { plugin as personalGuarantee } from '../plugins/detectors/personal-guarantee.ts';
import { plugin as referenceToNothing } from '../plugins/detectors/reference-to-nothing.ts';
import { plugin as rentIncrease } from '../plugins/detectors/rent-increase.ts';
import { plugin as shortClaimsDeadline } from '../plugins/detectors/short-claims-deadline.ts';
import { plugin as suspension } from '../plugins/detectors/suspension.ts';
import { plugin as tenantRepairs } from '../plugins/detectors/tenant-repairs.ts';
import { plugin as termAndDates } from '../plugins/detectors/term-and-dates.ts';
import { plugin as totalsDoNotAddUp } from '../plugins/detectors/totals-do-not-add-up.ts';
import { plugin as uncappedLiability } from '../plugins/detectors/uncapped-liability.ts';
import { plugin as unilateralAmendment } from '../plugins/detectors/unilateral-amendment.ts';
import { plugin as unilateralPriceChange } from '../plugins/detectors/unilateral-price-change.ts';
import { plugin as unpaidOvertime } from '../plugins/detectors/unpaid-overtime.ts';
import { plugin as wageDeductions } from '../plugins/detectors/wage-deductions.ts';
import { plugin as waiverOfCourt } from '../plugins/detectors/waiver-of-court.ts';
import { plugin as warrantyDisclaimer } from '../plugins/detectors/warranty-disclaimer.ts';
import { plugin as builtinEmbedder } from '../plugins/embedders/builtin.ts';
import { plugin as openaiEmbedder } from '../plugins/embedders/openai.ts';
import { plugin as transformersEmbedder } from '../plugins/embedders/transformers.ts';
import { plugin as openaiModel } from '../plugins/models/openai.ts';
import { plugin as csv } from '../plugins/parsers/csv.ts';
import { plugin as docx } from '../plugins/parsers/docx.ts';
import { plugin as eml } from '../plugins/parsers/eml.ts';
import { plugin as html } from '../plugins/parsers/html.ts';
import { plugin as jpeg } from '../plugins/parsers/jpeg.ts';
import { plugin as markdown } from '../plugins/parsers/markdown.ts';
import { plugin as msg } from '../plugins/parsers/msg.ts';
import { plugin as pdf } from '../plugins/parsers/pdf.ts';
import { plugin as png } from '../plugins/parsers/png.ts';
import { plugin as text } from '../plugins/parsers/text.ts';
import { plugin as xls } from '../plugins/parsers/xls.ts';
import { plugin as xlsx } from '../plugins/parsers/xlsx.ts';

/** Our own plugins and the files that export them, without extension: TypeScript here, JavaScript once built. */
const builtin: readonly (readonly [AnyPlugin, string])[] = [
  [pdf, 'plugins/parsers/pdf'],
  [png, 'plugins/parsers/png'],
  [jpeg, 'plugins/parsers/jpeg'],
  [docx, 'plugins/parsers/docx'],
  [eml, 'plugins/parsers/eml'],
  [msg, 'plugins/parsers/msg'],
  [html, 'plugins/parsers/html'],
  [markdown, 'plugins/parsers/markdown'],
  [xlsx, 'plugins/parsers/xlsx'],
  [xls, 'plugins/parsers/xls'],
  [csv, 'plugins/parsers/csv'],
  [text, 'plugins/parsers/text'],
  [contractClauses, 'plugins/clauses/contract-clauses'],
  [builtinEmbedder, 'plugins/embedders/builtin'],
  [transformersEmbedder, 'plugins/embedders/transformers'],
  [openaiEmbedder, 'plugins/embedders/openai'],
  [openaiModel, 'plugins/models/openai'],
  [acceleration, 'plugins/detectors/acceleration'],
  [amendmentContradicts, 'plugins/detectors/amendment-contradicts'],
  [amendmentOfNothing, 'plugins/detectors/amendment-of-nothing'],
  [automaticRenewal, 'plugins/detectors/automatic-renewal'],
  [broadAuditRights, 'plugins/detectors/broad-audit-rights'],
  [broadIndemnity, 'plugins/detectors/broad-indemnity'],
  [changeOfControl, 'plugins/detectors/change-of-control'],
  [conflictingGoverningLaws, 'plugins/detectors/conflicting-governing-laws'],
  [conflictingLiabilityCaps, 'plugins/detectors/conflicting-liability-caps'],
  [conflictingNoticePeriods, 'plugins/detectors/conflicting-notice-periods'],
  [conflictingPaymentTerms, 'plugins/detectors/conflicting-payment-terms'],
  [conflictingTerms, 'plugins/detectors/conflicting-terms'],
  [covenantNotToSue, 'plugins/detectors/covenant-not-to-sue'],
  [dataUse, 'plugins/detectors/data-use'],
  [deemedAcceptance, 'plugins/detectors/deemed-acceptance'],
  [definedTwice, 'plugins/detectors/defined-twice'],
  [depositForfeiture, 'plugins/detectors/deposit-forfeiture'],
  [discretionaryBonus, 'plugins/detectors/discretionary-bonus'],
  [earlyTerminationFee, 'plugins/detectors/early-termination-fee'],
  [endlessConfidentiality, 'plugins/detectors/endless-confidentiality'],
  [entryWithoutNotice, 'plugins/detectors/entry-without-notice'],
  [exclusivity, 'plugins/detectors/exclusivity'],
  [figuresAndWords, 'plugins/detectors/figures-and-words'],
  [firstRefusal, 'plugins/detectors/first-refusal'],
  [freeAssignment, 'plugins/detectors/free-assignment'],
  [holdoverRent, 'plugins/detectors/holdover-rent'],
  [immediateTermination, 'plugins/detectors/immediate-termination'],
  [ipAssignment, 'plugins/detectors/ip-assignment'],
  [latePaymentInterest, 'plugins/detectors/late-payment-interest'],
  [liquidatedDamages, 'plugins/detectors/liquidated-damages'],
  [longPaymentTerms, 'plugins/detectors/long-payment-terms'],
  [lowLiabilityCap, 'plugins/detectors/low-liability-cap'],
  [minimumCommitment, 'plugins/detectors/minimum-commitment'],
  [mostFavouredNation, 'plugins/detectors/most-favoured-nation'],
  [ndaNoCompelledDisclosure, 'plugins/detectors/nda-no-compelled-disclosure'],
  [ndaNoExclusions, 'plugins/detectors/nda-no-exclusions'],
  [ndaNoReturn, 'plugins/detectors/nda-no-return'],
  [ndaNoTerm, 'plugins/detectors/nda-no-term'],
  [noConfidentiality, 'plugins/detectors/no-confidentiality'],
  [noCurePeriod, 'plugins/detectors/no-cure-period'],
  [noDataProtection, 'plugins/detectors/no-data-protection'],
  [noDepositReturn, 'plugins/detectors/no-deposit-return'],
  [noDisputeResolution, 'plugins/detectors/no-dispute-resolution'],
  [noEarlyRepayment, 'plugins/detectors/no-early-repayment'],
  [noExitNotice, 'plugins/detectors/no-exit-notice'],
  [noForceMajeure, 'plugins/detectors/no-force-majeure'],
  [noGoverningLaw, 'plugins/detectors/no-governing-law'],
  [noHoliday, 'plugins/detectors/no-holiday'],
  [noInsurance, 'plugins/detectors/no-insurance'],
  [noIpOwnership, 'plugins/detectors/no-ip-ownership'],
  [noLandlordRepairs, 'plugins/detectors/no-landlord-repairs'],
  [noLiabilityCap, 'plugins/detectors/no-liability-cap'],
  [noNoticePeriod, 'plugins/detectors/no-notice-period'],
  [noOrderOfPrecedence, 'plugins/detectors/no-order-of-precedence'],
  [noOvertimeTerms, 'plugins/detectors/no-overtime-terms'],
  [noPaymentTerms, 'plugins/detectors/no-payment-terms'],
  [noServiceLevels, 'plugins/detectors/no-service-levels'],
  [noSetOff, 'plugins/detectors/no-set-off'],
  [noSourceCodeEscrow, 'plugins/detectors/no-source-code-escrow'],
  [noTerm, 'plugins/detectors/no-term'],
  [noWarranty, 'plugins/detectors/no-warranty'],
  [nonCompete, 'plugins/detectors/non-compete'],
  [nonSolicit, 'plugins/detectors/non-solicit'],
  [oneSidedCosts, 'plugins/detectors/one-sided-costs'],
  [oneSidedForum, 'plugins/detectors/one-sided-forum'],
  [oneSidedLiabilityCap, 'plugins/detectors/one-sided-liability-cap'],
  [oneSidedTermination, 'plugins/detectors/one-sided-termination'],
  [perpetualLicence, 'plugins/detectors/perpetual-licence'],
  [personalGuarantee, 'plugins/detectors/personal-guarantee'],
  [rentIncrease, 'plugins/detectors/rent-increase'],
  [shortClaimsDeadline, 'plugins/detectors/short-claims-deadline'],
  [suspension, 'plugins/detectors/suspension'],
  [tenantRepairs, 'plugins/detectors/tenant-repairs'],
  [referenceToNothing, 'plugins/detectors/reference-to-nothing'],
  [termAndDates, 'plugins/detectors/term-and-dates'],
  [totalsDoNotAddUp, 'plugins/detectors/totals-do-not-add-up'],
  [uncappedLiability, 'plugins/detectors/uncapped-liability'],
  [unilateralAmendment, 'plugins/detectors/unilateral-amendment'],
  [unilateralPriceChange, 'plugins/detectors/unilateral-price-change'],
  [unpaidOvertime, 'plugins/detectors/unpaid-overtime'],
  [wageDeductions, 'plugins/detectors/wage-deductions'],
  [waiverOfCourt, 'plugins/detectors/waiver-of-court'],
  [warrantyDisclaimer, 'plugins/detectors/warranty-disclaimer'],
  [retrieval, 'agents/retrieval/index'],
  [risk, 'agents/risk/index'],
];

const root = new URL('../', import.meta.url);
const extension = path.extname(import.meta.filename);

/** Every plugin that this configuration knows: the built-in ones, and those that it lists. */
export const pluginEntries = async ({ config, file }: LoadedConfig): Promise<readonly PluginEntry[]> => {
  const { options, external } = config.plugins;
  const folder = file === undefined ? process.cwd() : path.dirname(path.resolve(file));
  const entries: PluginEntry[] = [
    ...builtin.map(([plugin, module]) => ({
      plugin,
      origin: 'builtin' as const,
      options: options[plugin.name],
      module: new URL(`${module}${extension}`, root).href,
    })),
    ...(await loadExternalPlugins(external, folder, options)),
  ];
  const unknown = Object.keys(options).filter((name) => !entries.some(({ plugin }) => plugin.name === name));
  if (unknown.length > 0) {
    throw new DossierError('config_invalid', {
      problems: unknown.map((name) => `plugins.options.${name}: there is no such plugin`),
    });
  }
  return entries;
};
