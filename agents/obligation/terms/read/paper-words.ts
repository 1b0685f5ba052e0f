/** Papers that bind, and what they found: the subjects of what takes effect. */
export const papers =
  '(?:agreement|contract|amendment|addendum|lease|sub-?lease|tenancy|licen[cs]e|sub-?licen[cs]e|letter|deed|appointment|engagement|employment|undertaking|arrangement|memorandum|charter|policy|order|terms(?:\\s+and\\s+conditions)?|concession|franchise|mandate|subscription|retainer|consultancy|partnership|joint\\s+venture|hire|cooperation|collaboration|sponsorship|secondment|placement|membership|protocol|it)';
/** Words that may stand before the noun they belong to. */
export const words = "(?:(?!(?:of|under|to|in|by|for|with|from|between|that|which)\\b)[\\p{L}’'-]+\\s+)";
