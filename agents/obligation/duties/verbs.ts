/** Participles that are no "-ed", with their verbs. */
const irregular: ReadonlyMap<string, string> = new Map(
  (
    'paid:pay repaid:repay prepaid:prepay made:make given:give taken:take undertaken:undertake kept:keep held:hold ' +
    'withheld:withhold upheld:uphold sold:sell bought:buy sent:send spent:spend lent:lend borne:bear brought:bring ' +
    'sought:seek caught:catch taught:teach built:build written:write driven:drive chosen:choose broken:break ' +
    'spoken:speak stolen:steal drawn:draw withdrawn:withdraw shown:show known:know grown:grow thrown:throw done:do ' +
    'undone:undo gone:go begun:begin run:run set:set put:put cut:cut let:let shut:shut split:split met:meet led:lead ' +
    'read:read fed:feed left:leave lost:lose found:find bound:bind told:tell understood:understand forgiven:forgive ' +
    'forgone:forgo worn:wear sworn:swear torn:tear seen:see laid:lay said:say heard:hear hung:hang dealt:deal ' +
    'won:win got:get forbidden:forbid hidden:hide overridden:override proven:prove mown:mow swept:sweep shipped:ship ' +
    'invited:invite cited:cite expedited:expedite reunited:reunite completed:complete deleted:delete obsoleted:obsolete ' +
    'competed:compete adhered:adhere interfered:interfere focused:focus piloted:pilot based:base'
  )
    .split(' ')
    .map((pair) => pair.split(':'))
    .map(([participle = '', verb = '']) => [participle, verb] as const),
);

const doubledStays = /(?:ss|zz|ff|call|fill|bill|install|enroll|pull|poll|roll|drill|skill|spill|add)$/;
/** Ends of stems that lose an "e" before "-ed". */
const silentE =
  /(?:[^eo]at|iz|ys|[^n]v|[^aeiou]v|c|u|[aeiourn]s|[dnra]g|ur|[^a]ir|(?:st|pl|gn|sc)or|[^o]id|ud|[^o]ad|[^o]od|ced|ul|[bcdfgkptz]l|[^a]il|[^ao]in|tpon|[^ai]am|com|um|[^o]ok|ut|[^oi]ot|[^e]ar|[^aeo]ap|yp|[^eo]op|im)$/;

/** The verb of a participle: "paid" is of "pay", "carried" of "carry", "insured" of "insure". */
export const verbOf = (participle: string): string => {
  const word = participle.toLowerCase();
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (!word.endsWith('ed') || word.length < 5) return word;
  const base = word.slice(0, -2);
  if (base.endsWith('i')) return `${base.slice(0, -1)}y`;
  if (/([bcdfgklmnprstvz])\1$/.test(base)) {
    return doubledStays.test(base) ? base : base.slice(0, -1);
  }
  // "exclaimed", "developed", "deposited": a vowel pair, or a last syllable without stress, takes no "e".
  if (/(?:velop|aim|eam|oom|oup|eep)$/.test(base)) return base;
  return silentE.test(base) ? `${base}e` : base;
};
