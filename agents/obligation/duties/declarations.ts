/** What is said of things, and tells what is so rather than what somebody does. */
const ofThings =
  /^\s*(?:(?:also|only|not|hereby|then|nevertheless|in\s+any\s+event|automatically)\s+)*(?:be\s+(?:(?:\w+ly\s+)?owned|deemed|construed|considered|governed|interpreted|binding|void|null|valid|invalid|effective|treated|regarded|read|defined|an?\s|the\s|in\s+(?:full\s+)?force|severable|subject\s+to|limited\s+to|enforceable|cumulative|of\s+the\s+essence|executed\s+in|unaffected)|mean\b|survive|commence|begin\b|expire|constitute|include\b|have\s+(?:the\s+meaning|jurisdiction|effect)|inure|enure|continue|remain|apply|prevail|control|become|come\s+into|take\s+effect|result|arise|exist|cease|affect|limit|operate|extend|exceed|vest|accrue|lapse|refer\b|end\b|run\b|terminate\b)/i;
/** The same of a party. */
const ofParties =
  /^\s*(?:(?:also|only|not|hereby|then|nevertheless|at\s+all\s+times)\s+)*(?:mean\b|include\s+(?:its|their|his|any\s+(?:successors?|assigns?))|be\s+(?:deemed|construed|considered|treated|regarded|governed|binding|void|an?\s|the\s+(?:sole\s+)?(?:and\s+exclusive\s+)?owner|bound\s+by|for\s+the\s+period|independent|in\s+(?:breach|default)|effective|liable\s+for|liable\s+to\s+the)|survive|commence\s+on|constitute|have\s+(?:the\s+meaning|jurisdiction)|inure|enure|remain\s+(?:the|liable|in\s+(?:full\s+)?force|bound|responsible|an?\s)|become\b|own\s|retain\b.{0,60}\b(?:title|ownership|rights?)\b)/i;

/** Whether a predicate declares ("shall be governed by", "shall survive", "shall be deemed") instead of laying down what to do. */
export const isDeclaration = (predicate: string, partyIsSubject: boolean): boolean =>
  (partyIsSubject ? ofParties : ofThings).test(predicate);

/** Clauses that speak of the document, however they are put. */
export const isBoilerplate = (sentence: string): boolean =>
  /\b(?:nothing\s+(?:in|contained)\b.{0,80}\b(?:shall|will|is\s+intended|may)\s+(?:be\s+)?(?:construed|deemed|interpreted|create|constitute|limit|affect|prevent|require|oblige)|(?:may|shall|will)\s+be\s+executed\s+in\b.{0,40}\bcounterparts|\b(?:may|can|shall)\s+(?:not\s+)?(?:only\s+)?be\s+(?:amended|modified|altered|waived|varied|changed|supplemented)\b.{0,160}\b(?:writing|written|instrument|signed)|no\s+(?:waiver|failure|delay)\b.{0,120}\b(?:shall|will)\b|(?:shall|will|is)\s+(?:be\s+)?governed\s+by|headings\b.{0,60}\b(?:shall|are)\s+(?:not\s+)?|entire\s+agreement)/i.test(
    sentence,
  );
