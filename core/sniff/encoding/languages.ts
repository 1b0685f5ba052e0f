/**
 * What is known of a language to tell its encoding: the letters that it has beyond ASCII, the most frequent first.
 * Frequencies as grammars and letter counts of the languages give them; only their order is used.
 */
export type Language = {
  /** 'any-latin': whatever other language is written with the letters of Latin-1; each is as likely. */
  readonly script: 'latin' | 'any-latin' | 'other';
  readonly letters: string;
  /** Its commonest short words, for languages that share an alphabet. */
  readonly words: ReadonlySet<string>;
};

const latin = (letters: string, words: string): Language => ({
  script: 'latin',
  letters,
  words: new Set(words.split(' ')),
});
const other = (letters: string): Language => ({ script: 'other', letters, words: new Set() });

const WESTERN: readonly Language[] = [
  latin(
    'éèàêçùîôûâëïœüÿæ',
    'de la le les et des en un une du dans est que pour par sur au aux ce il qui ne pas sont ou',
  ),
  latin(
    'üäößé',
    'der die und den das von zu ist des mit dem ein eine für auf nicht im sich auch als an werden nach bei oder',
  ),
  latin('óáíñéúü', 'de la que el en y los del se las por un para con no una su al es lo como más o sin'),
  latin('ãçáéíóõêâúàô', 'de a que o e do da em um para com não uma os no se na por mais as dos ao das à'),
  latin('àèùòìéî', 'di che il la e per un in del una a sono non con da i le si è dei della al nel alla gli'),
  latin('ëéïèüöê', 'de het een van en in is dat op te voor met niet aan zijn door bij er ook wordt of'),
  latin('äåöé', 'och att det som en på är av för med den till inte om ett har de från var i eller'),
  latin('åøæéöô', 'og det at en den til er som på de med for av ikke der var et han fra i eller har skal'),
  latin('äöåšž', 'ja on ei se että oli hän joka sekä tai kun mutta ovat jos kuin mukaan voi tämä'),
  latin('áíðéöúóþýæ', 'og að í á er sem til við um en af það með var ekki fyrir eða hann því'),
  latin('àéóèçíïòúü', 'de la i el que a en per un del les els una amb és no al dels o com'),
  { script: 'any-latin', letters: 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿß', words: new Set() },
  latin('’', 'the of and to in a is that for it as be by on with this or are from an shall any not'),
];

const CENTRAL = [
  latin('łążęśćóńźé', 'i w na z się nie do to jest o że po za od dla przez lub oraz jak a być może ze są'),
  latin('áíéěřčžýšůúňťďó', 'a v se na je že s z do o k i za po pro být jako nebo od ve při si jsou by tak'),
  latin('áíéýčšžúťľňäôďóĺŕ', 'a v sa na je že s z do o k aj za po pre byť ako alebo od vo pri si sú by tak'),
  latin('áéöőóüíúű', 'a az és hogy nem is egy meg ez de ha vagy csak el van kell már volt mint minden'),
  latin('čšžćđ', 'i u je na se da za od su s o a koji iz do kao ne ili te što bi nije po uz'),
  latin('ăîşâţșț', 'de și şi în a la cu pe un o din care nu să se este pentru ce mai al sau prin fi'),
];

const TURKISH = latin('ıişüçğöâîû', 've bir bu da de için ile olarak her en veya daha ne kadar olan gibi ya sonra');
const LITHUANIAN = latin(
  'ėšųžįąūčę',
  'ir kad yra iš su į per ar bei kaip bus už apie nuo tai po iki gali turi visi būti',
);
const LATVIAN = latin('āīšēņūļžģčķ', 'un ir ar no par uz ka kas tiek līdz gada bija vai pēc kā lai to tā visi');
const ESTONIAN = latin('äõüöšž', 'ja on ei et see ka kui oma või ta oli mis aga siis kes tema seda nii peab');

const BALTIC = [LITHUANIAN, LATVIAN, ESTONIAN];

const CYRILLIC = [
  other('оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё'),
  other('оанивіертслкудмпязйьгбчцхїжєюшщфґ'),
  other('аеоитнрвсдлпмкгязбущчйцжфшхъью'),
  other('аоиејнструдкпвмлзгбчћшхцжљњђфџ'),
];
const GREEK = [other('ατοιενσηρπκυςμλόίέάδγωθχήφύβξώζψϊϋΐΰ')];
const HEBREW = [other('יוהלאתרבמשנםדקכפעחצטגזסןךץף')];
const ARABIC = [other('الينمرتبوهعدسكفقحجشصطخذضزةءىثغظأإئؤآ'), other('اینرمتدوهبسشکزلفپگقخجعحچصطغضذثظئژ')];
const THAI = [other('านรอกเงม่ยลวดท้สตัะปบิคีหแจพชขใไ์โืผซถูศณญธภุำึฉฟฎฏฐฑฒษฬฮฯ็ๆ')];

/** An encoding of single bytes, what speaks against it before anything was read (nats), and who writes in it. */
export type SingleByteEncoding = {
  readonly label: string;
  readonly rarity: number;
  readonly languages: readonly Language[];
};

export const singleByteEncodings: readonly SingleByteEncoding[] = [
  { label: 'windows-1252', rarity: 0, languages: WESTERN },
  { label: 'windows-1250', rarity: 2, languages: CENTRAL },
  { label: 'windows-1251', rarity: 2, languages: CYRILLIC },
  { label: 'windows-1253', rarity: 2, languages: GREEK },
  { label: 'windows-1254', rarity: 3, languages: [TURKISH] },
  { label: 'windows-1255', rarity: 2, languages: HEBREW },
  { label: 'windows-1256', rarity: 2, languages: ARABIC },
  { label: 'windows-1257', rarity: 3, languages: BALTIC },
  { label: 'windows-874', rarity: 2, languages: THAI },
  { label: 'iso-8859-2', rarity: 3, languages: CENTRAL },
  { label: 'iso-8859-5', rarity: 5, languages: CYRILLIC },
  { label: 'iso-8859-6', rarity: 4, languages: ARABIC },
  { label: 'iso-8859-7', rarity: 3, languages: GREEK },
  { label: 'iso-8859-8', rarity: 4, languages: HEBREW },
  { label: 'iso-8859-13', rarity: 4, languages: BALTIC },
  { label: 'iso-8859-15', rarity: 3, languages: WESTERN },
  { label: 'koi8-u', rarity: 3, languages: CYRILLIC },
  { label: 'ibm866', rarity: 6, languages: CYRILLIC },
  { label: 'x-mac-cyrillic', rarity: 6, languages: CYRILLIC },
  { label: 'macintosh', rarity: 5, languages: WESTERN },
];
