import type { Span } from '../../../../../core/text/span.ts';
import { followedBy, furtherTerm, newTerm, optionsOf, period, takesPlace } from './options.ts';

/** What says alone that something goes on after its end. */
const renewing = String.raw`${optionsOf}|successor\s+(?:franchise|lease|licen[cs]e|agreement|term)s?|renew(?:s|ed|al|als|able|ing)?|extend(?:s|ed|ing)?|extensions?|extend[ai]ble|prolong\w*|lengthen\w*|stretch(?:es|ed|ing)?|protract\w*|prorog\w*|reconduct\w*|(?:concluded|made|entered\s+into)\s+(?:anew|again|afresh)|(?:starts?|begins?)\s+(?:over|anew|afresh|again)|repeated\s+for|re-?ups?|roll(?:s|ed|ing)?[\s-]*over|rolls?\s+(?:on|forward)|exercis\w+\b[^.;]{0,60}\boption\s+(?:periods?|years?|terms?)|${newTerm}|${followedBy}|${furtherTerm}`;

const more = 'successive|additional|subsequent|consecutive|another|further|second|single|new|renewed|like|equal';
const next = 'next|new|following|succeeding|successive|further|additional|subsequent|coming|another';
/** "a year at a time", "eight weeks at a time", "two years more". */
const repeated = String.raw`(?:[\w()-]+\s+){1,4}?(?:at\s+a\s+time|at\s+once|each\s+time|more|longer|again)`;
/** After "continue": what makes it a going on after the first term. */
const mark = String.raw`from\s+(?:[\w-]+\s+)?${period}\s+to|${period}[\s-]+(?:to|by|on|after)[\s-]+${period}|for\s+(?:an?\s+|one\s+(?:\(\w+\)\s+)?)?(?:${more})|for\s+${repeated}|for\s+\w+\s+(?:\(\w+\)\s+)?(?:more|further|additional|extra)|for\s+(?:[\w-]+\s+){0,2}(?:terms(?!\s+and)|periods)|(?:an?|one)\s+${period}\s+at\s+a\s+time|(?:in)?to\s+(?:(?:each|every|the|an?)\s+(?:${next})|another)\s+(?:[\w-]+\s+){0,2}?(?:${period}|term)|in\s+(?:steps|periods|terms|stretches)\s+of|by\s+tacit|on\s+an?\s+(?:month|year|annual|quarter|rolling)(?:ly)?|indefinitely\s+after|thereafter|each\s+time`;
/** What comes after the first term in the same breath, without a verb: "for two years and from month to month thereafter". */
const added = String.raw`(?:and|but|then|,)\s+(?:(?:thereafter|then|afterwards|after\s+that)\s+(?:from\s+(?:[\w-]+\s+)?${period}\s+to|${period}[\s-]+to[\s-]+${period}|for\s+(?:successive|additional|consecutive|further|subsequent)|until\s+(?:either|one|any|it\s+is|terminated|cancell?ed|ended))|(?:from\s+)?(?:[\w-]+\s+)?${period}[\s-]+to[\s-]+(?:[\w-]+\s+)?${period}\s+(?:thereafter|after\s+that|afterwards)|for\s+(?:successive|additional|consecutive|further|subsequent)\s+(?:[\w-]+\s+(?:\(\w+\)[\s-]+)?){0,2}(?:terms|periods)\b|for\s+${repeated}(?=[^.;]{0,40}\bunless\b))`;
/** What needs a mark to say so: "stays in force from year to year". */
const lasting = String.raw`continu\w*|remain\w*|r[ua]ns?|running|carr(?:y|ies|ied|ying)|go(?:es|ing)?|stay\w*|(?<!\bthe\s)last(?:s|ed|ing)?|roll\w*|becom\w*|subsist\w*|endur\w*|persist\w*|pass(?:es)?|keep\s+(?:going|on|running)|(?:is|are|be)\s+(?:bound|engaged|retained|appointed|employed)|kept\s+(?:on|up|alive|in\s+(?:force|being|effect|place))`;
const goesOn = new RegExp(
  String.raw`\b(?:${renewing}|(?:${lasting})\b[^.;]{0,60}?\b(${mark})|(?:thereafter|whereafter)\s+(?:automatically\s+|it\s+)?(?:(?:shall|will)\s+)?continu\w+|${added})\b`,
  'gi',
);
const lastingVerb = new RegExp(String.raw`\b(?:${lasting})\b`, 'gi');

/** A verb of going on, and where what it says of that begins. */
export type GoingOnVerb = Span & { readonly at: number };

/** Every place in which a sentence speaks of something going on. */
export const goingOnVerbs = (text: string): readonly GoingOnVerb[] =>
  [...text.matchAll(goesOn)].map(({ index, 0: words, 1: marked }) => {
    const end = index + words.length;
    if (marked === undefined) return { start: index, end, at: index };
    // "The Buyer remaining in good standing, the contract continues": it is the last verb before the mark that goes on.
    const verb = [...words.slice(0, -marked.length).matchAll(lastingVerb)].at(-1);
    return { start: index + (verb?.index ?? 0), end, at: end - marked.length };
  });

const adverbs = String.raw`\w+ly|then|thereafter|therefore|thus|so|also|deemed|each\s+time|every\s+time|considered|regarded|treated|taken|seen|as|to|be|stand|have\s+been|always|again|further|itself|in\s+(?:each|every|any|either)\s+case`;
const goesOnOnce = String.raw`renewed|extended|prolonged|lengthened|stretched|protracted|prorogu?ed|bound|engaged|retained|appointed|employed|continued|repeated|(?:concluded|made|entered\s+into)\s+(?:anew|again|afresh)|rolled|carried\s+(?:on|over|forward)|kept\s+(?:on|up|alive|in\s+(?:force|being|effect|place))`;
/** A verb in the form of what will be, not of what may be: "shall be renewed", "renews", "becomes". */
export const going = new RegExp(
  String.raw`\b(?:(?:shall|will|must|is|are|stands?|be)\s+(?:(?:${adverbs})\s+){0,4}(?:${goesOnOnce}|renew|extend|prolong|lengthen|continue|roll|go\s+on|carry\s+(?:on|over|forward)|run\s+on|remain|run|stay|become|last|endure|subsist|persist|go(?=\s+from)|keep\s+(?:going|running|on)|(?:pass|convert|turn)(?=\s+(?:in)?to)|(?:start|begin)\s+(?:over|anew|afresh|again))|(?:shall|will),\s[^;.]{0,260}?,\s(?:\w+\s+)?(?:be\s+)?(?:continue|renew|extend|prolong)(?:ed)?|continues?\s+to\s+(?:renew|extend|roll)|re-ups|becomes|(?<=,\s(?:automatically\s+)?)renewing|renews|extends|continues|prolongs|rolls|goes\s+on|carries\s+(?:on|over|forward)|stays|lengthens|(?:starts|begins)\s+(?:over|anew|afresh|again)|runs\s+(?:on|from|for\s+an?\s+(?:indefinite|unlimited|undetermined)|for\s+(?:an?\s+)?(?:${more}))|(?:turns|converts|passes|goes)\s+into|remains|${takesPlace}|${newTerm}|${followedBy}|${added})\b`,
  'gi',
);
