import type { Rules } from './shape.ts';

/** How it ends or passes to somebody else, and what comes after. */
export const leaving: Rules = {
  'termination-for-convenience': [
    /\b(?:without|with or without) cause\b/i,
    /\bfor (?:convenience|any reason|any or no reason|no reason)\b/i,
    /\bat any time\b.{0,80}\bnotice\b/i,
    /\bterminat\w+\b.{0,120}\bupon\b.{0,60}\b(?:days|months)\b.{0,30}\bnotice\b/i,
    /\bin its (?:sole )?discretion\b.{0,60}\bterminat/i,
  ],
  'change-of-control': [
    /\bchange (?:of|in) (?:control|ownership|management)\b/i,
    /\bmerger\b|\bconsolidation\b/i,
    /\ball or substantially all\b/i,
    /\bacquire[ds]?\b.{0,60}\bby\b/i,
    /\b(?:sale|transfer) of (?:a )?(?:majority|control|stock|shares|assets|voting)/i,
    /\boperation of law\b/i,
    /\bterminat\w*\b.{0,200}\b(?:change (?:of|in) (?:the )?(?:control|ownership|management)|acquired|merge[sdr]?|acquisition|controlling interest)\b/i,
    /\b(?:change (?:of|in) (?:the )?(?:control|ownership|management)|acquired|merge[sdr]?|acquisition|controlling interest)\b.{0,200}\bterminat/i,
    /\b(?:deemed|constitute|considered|treated as)\b.{0,60}\b(?:assignment|transfer)\b/i,
    /^[^a-z]{0,12}["“].{1,50}["”] (?:shall )?means?\b/i,
    /\bchange in (?:the )?(?:\w+,? ){0,5}(?:ownership|management|control|shareholder|equity)/i,
    /\b(?:merger|consolidation|reorgani[sz]ation)\b.{0,200}\bconsent\b/i,
    /\bconsent\b.{0,200}\b(?:merger|consolidation|operation of law|change (?:of|in) control)\b/i,
  ],
  'anti-assignment': [
    /\b(?:not|neither|nor|no)\b.{0,100}\bassign/i,
    /\bassign\w*\b.{0,120}\bconsent\b/i,
    /\bassign(?:able|ment)?\b/i,
  ],
  'post-termination-services': [
    /\b(?:upon|after|following|on)\b.{0,40}\b(?:termination|expiration|expiry)\b/i,
    /\b(?:termination|expiration)\b.{0,120}\b(?:shall|will|may)\b/i,
    /\bsell[- ]?off\b/i,
    /\btransition\b|\bwind[- ]?down\b/i,
    /\bsurviv/i,
    /\b(?:return|remove|cease|discontinue|repurchase|destroy)\b/i,
  ],
};
