import type { Rules } from './shape.ts';

/** What a party answers for. */
export const liability: Rules = {
  'uncapped-liability': [
    /\b(?:except|excluding|other than|with the exception)\b.{0,200}\b(?:liab|damages|indemn|breach)/i,
    /\bshall not (?:apply|limit)\b/i,
    /\bunlimited liabilit/i,
    /\bgross negligence\b|\bwil?lful misconduct\b/i,
    /\bnothing in this agreement\b.{0,60}\b(?:limit|exclude)/i,
  ],
  'cap-on-liability': [
    /\b(?:in no event|under no circumstances)\b/i,
    /\b(?:aggregate|total|maximum|cumulative|entire)\b.{0,60}\bliabilit/i,
    /\bliabilit\w+\b.{0,120}\b(?:exceed|limited to)\b/i,
    /\b(?:consequential|incidental|punitive|indirect|special)\b.{0,60}\bdamages\b/i,
    /\blimit\w* of liab/i,
  ],
  'liquidated-damages': [
    /\bliquidated\b/i,
    /\b(?:termination|cancellation|break-?up|early termination) (?:fee|charge|payment)\b/i,
    /\bnot (?:as )?a penalty\b/i,
    /\bpenalt(?:y|ies)\b/i,
    /\bforfeit/i,
  ],
  'warranty-duration': [
    /\bwarrant\w*\b.{0,120}\b(?:days|months?|years?)\b/i,
    /\bwarranty period\b/i,
    /\b(?:days|months?|years?)\b.{0,80}\bwarrant/i,
    /\bdefects?\b.{0,80}\b(?:days|months?|years?)\b/i,
    /\bwarrant\w*\b.{0,250}\bfor (?:an?|the) (?:\w+ )?(?:period|term|duration) of\b/i,
    /\b(?:days|months|years?)\b.{0,40}\b(?:from|after|following|of) (?:the )?(?:date of )?(?:delivery|shipment|acceptance|installation|purchase|receipt|completion)\b/i,
    /\bwithin\b.{0,80}\bdays\b.{0,200}\b(?:defect|non-?conform)/i,
    /\b(?:free (?:from|of)|material) defects?\b|\bworkmanship\b/i,
  ],
  'covenant-not-to-sue': [
    /\bcovenant\w* not to (?:sue|assert|bring)/i,
    /\b(?:not|nor|never)\b.{0,80}\b(?:contest|challenge|attack|dispute|oppose)\b/i,
    /\b(?:contest|challenge|attack)\b.{0,60}\b(?:validity|ownership|title|right)/i,
    /\breleases?\b.{0,60}\bclaims?\b/i,
    /\bcommence\b.{0,60}\b(?:action|suit|proceeding)/i,
  ],
};
