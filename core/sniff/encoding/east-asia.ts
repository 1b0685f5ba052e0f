/**
 * Characters that East Asian texts are full of. The short lists are the commonest ones; the large classes are the
 * levels into which the national standards themselves part common and rare characters (GB 2312 level 1: rows 16 to 55;
 * Big5 level 1: lead bytes A4 to C6; JIS X 0208 level 1: rows 16 to 47; KS X 1001: the hangul rows 16 to 40).
 */
const SIMPLIFIED =
  '的一是不在有人这了中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处府付款租承本合同应当双方书面通知日月';
const TRADITIONAL =
  '的一是不在有人這了中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情者最立代想已通並提直題黨程展五果料象員革位入常文總次品式活設及管特件長求老頭基資邊流路級少圖山統接知較將組見計別她手角期根論運農指幾九區強放決西被做必戰先回則任取據處府付款租承契約雙書';
const KANJI =
  '日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力学問高代明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法不来作性的要用制治度務強気小七成期公野協取都和統以機平総加山思家話世受区領多県続進正安設保改数記院女初北午指権心界支第産結百派点教報済書府活原先共得解名交資予川向際査勝面委告軍文反元重近千考判認画海参売利組知案道信策集在件団別物側任引使求所次水半品昨論計死官増係感特情投示変打男基私各始島直両朝革価式確村提運終挙果西勢減台広容必応演電歳住争談能無再位置企真流格有疑口過局少放税検藤町常校料沢裁状工建語球営空職証土与急止送援供可役構木割聞身費付施切由説転食比難防補車優夫研収断井何南石足違消境神番規術護展態導鮮備宅害配副算視条幹独警宮究育席輸訪楽起万着乗店述残想線率病農州武声質念待試族象銀域助労例衛然早張映限親額監環験追審商葉義伝働形景落欧担好退準賀訴辺造英被株頭技低毎医復仕去姿味負閣韓渡失移差衆個門写評課末守若脳極種美岡影命含福蔵量望松非撃佐核観察整段横融型白深字答夜製票況音申様財港識注呼渉達賃借貸契';
const HANGUL =
  '이다는의에을를가하고한지로도은기사어있나인아그대자여시리정서일라해만것수보들과으면부전스제주원안게조장상와거니계위동물생우적요구성마내경선관공신모국비진실무용화분까때소유던러중말했개회문당교행연었못오야각터발식간방입년되할임음차월후약통변된합집단데에서습';
const HIRAGANA_COMMON = 'のにはをたがでてとしれさるいなっこりかまもよすあうきらく';

/** Whole two-byte ranges of an encoding as a set of characters; made when first needed. */
const rangeSet = (label: string, leads: readonly [number, number], trails: readonly [number, number]): Set<string> => {
  const decoder = new TextDecoder(label);
  const found = new Set<string>();
  for (let lead = leads[0]; lead <= leads[1]; lead += 1) {
    for (let trail = trails[0]; trail <= trails[1]; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\uFFFD') found.add(text);
    }
  }
  return found;
};

export type EastAsianLanguage = {
  readonly common: ReadonlySet<string>;
  /** Not the commonest, but what a school teaches. */
  readonly ordinary: () => ReadonlySet<string>;
  readonly kana: boolean;
  readonly hangul: boolean;
};

const once = <T>(make: () => T): (() => T) => {
  let value: T | undefined;
  return () => {
    value ??= make();
    return value;
  };
};

const simplified: EastAsianLanguage = {
  common: new Set(SIMPLIFIED),
  ordinary: once(() => rangeSet('gb18030', [0xb0, 0xd7], [0xa1, 0xfe])),
  kana: false,
  hangul: false,
};
const traditional: EastAsianLanguage = {
  common: new Set(TRADITIONAL),
  ordinary: once(() => rangeSet('big5', [0xa4, 0xc6], [0x40, 0xfe])),
  kana: false,
  hangul: false,
};
const japanese: EastAsianLanguage = {
  common: new Set(KANJI + HIRAGANA_COMMON),
  ordinary: once(() => rangeSet('euc-jp', [0xb0, 0xcf], [0xa1, 0xfe])),
  kana: true,
  hangul: false,
};
const korean: EastAsianLanguage = {
  common: new Set(HANGUL),
  ordinary: once(() => rangeSet('euc-kr', [0xb0, 0xc8], [0xa1, 0xfe])),
  kana: false,
  hangul: true,
};

export const eastAsianLanguages: readonly EastAsianLanguage[] = [simplified, traditional, japanese, korean];

export type MultiByteEncoding = {
  readonly label: string;
  readonly rarity: number;
  readonly language: EastAsianLanguage;
};

export const multiByteEncodings: readonly MultiByteEncoding[] = [
  { label: 'gb18030', rarity: 3, language: simplified },
  { label: 'big5', rarity: 4, language: traditional },
  { label: 'shift_jis', rarity: 3, language: japanese },
  { label: 'euc-jp', rarity: 4, language: japanese },
  { label: 'euc-kr', rarity: 4, language: korean },
];
