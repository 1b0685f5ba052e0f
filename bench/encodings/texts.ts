/** A text as people write it in their language, and the encodings in which old files hold such a text. */
export type LanguageText = {
  readonly language: string;
  readonly encodings: readonly string[];
  readonly text: string;
};

const WESTERN = ['windows-1252', 'macintosh', 'utf-16le', 'utf-16be'];
const CENTRAL = ['windows-1250', 'iso-8859-2', 'utf-16le'];
const CYRILLIC = ['windows-1251', 'koi8-u', 'iso-8859-5', 'utf-16le', 'utf-16be'];

/** Written for this measurement: clauses of a lease or of a service agreement in each language. */
export const languageTexts: readonly LanguageText[] = [
  {
    language: 'English with typographic marks',
    encodings: ['windows-1252', 'macintosh', 'utf-16le'],
    text: 'The Tenant shall pay a monthly fee of £1,200 – due on the first business day – to the Landlord’s account. If the fee is not paid within ten days, the Landlord may charge interest at 4½% per year. “Premises” means the café on the ground floor, as shown in Annex §3. Either party may end this lease on three months’ written notice; the notice must be received no later than 5 p.m. The deposit of €2,400 is returned within 30 days after the end of the lease… Repairs over £100 need the Landlord’s prior consent.',
  },
  {
    language: 'French',
    encodings: [...WESTERN, 'iso-8859-15'],
    text: 'Le présent contrat est conclu pour une durée de trois ans à compter du 1er février. Le locataire s’engage à payer le loyer au plus tard le cinq de chaque mois ; à défaut, une pénalité de 8 % sera due. Le bailleur remettra les clés dès réception du dépôt de garantie. Les réparations locatives sont à la charge du preneur, même si elles résultent de la vétusté. Le congé doit être donné par lettre recommandée six mois à l’avance. Toute œuvre réalisée dans les lieux, où qu’elle soit, reste acquise au propriétaire sans indemnité. Ça vaut aussi pour le mobilier loué à cet été.',
  },
  {
    language: 'German',
    encodings: [...WESTERN, 'iso-8859-15'],
    text: 'Der Mieter verpflichtet sich, die Miete spätestens am dritten Werktag eines jeden Monats zu überweisen. Gerät er mit der Zahlung in Verzug, so fällt eine Gebühr an. Die Kündigungsfrist beträgt drei Monate zum Ende eines Kalendervierteljahres; die Kündigung muss schriftlich erfolgen. Schönheitsreparaturen führt der Vermieter durch. Änderungen und Ergänzungen dieses Vertrages bedürfen der Schriftform. Gemäß § 551 BGB ist die Kaution auf das Dreifache der Monatsmiete beschränkt. Größere Schäden sind dem Hauswart unverzüglich zu melden. Außerdem gelten die Hausordnung und die Anlage „Schlüssel“.',
  },
  {
    language: 'Spanish',
    encodings: WESTERN,
    text: 'El arrendatario pagará la renta mensual dentro de los cinco primeros días de cada mes en la cuenta que indique el arrendador. La duración del contrato será de un año, prorrogable por períodos iguales si ninguna de las partes comunica lo contrario con un mes de antelación. ¿Quién paga las reparaciones? El dueño, salvo que el daño se deba al mal uso. La fianza se devolverá al término del contrato. Además, está prohibido subarrendar sin autorización escrita del señor Núñez. Cualquier modificación deberá constar por escrito.',
  },
  {
    language: 'Portuguese',
    encodings: WESTERN,
    text: 'O locatário obriga-se a pagar a renda até ao oitavo dia útil de cada mês. A duração do contrato é de três anos, com início em 1 de março, e não há renovação automática. As benfeitorias não dão direito a indemnização. A rescisão deverá ser comunicada por carta registada com antecedência mínima de cento e vinte dias. São da responsabilidade do senhorio as obras de conservação. As partes atribuem à comarca de Évora a competência para a resolução de litígios. Nenhuma alteração terá validade sem acordo escrito, nos termos do anexo às condições gerais.',
  },
  {
    language: 'Italian',
    encodings: ['windows-1252', 'macintosh', 'utf-16le'],
    text: 'Il conduttore pagherà il canone entro il giorno cinque di ogni mese; in caso di ritardo sarà dovuta una penalità. Il contratto avrà durata di quattro anni e si rinnoverà tacitamente, se non è disdetto almeno sei mesi prima della scadenza. La caparra è restituita alla riconsegna dell’immobile, purché non vi siano danni. Le spese condominiali sono a carico del locatore, perché già comprese nel canone. È vietato il subaffitto. Ciò vale anche per la cantina, più precisamente per i locali al piano interrato. La comunicazione dovrà pervenire così come indicato.',
  },
  {
    language: 'Swedish',
    encodings: WESTERN,
    text: 'Hyresgästen ska betala hyran senast den sista vardagen före varje månads början. Avtalet gäller från och med den första januari och förlängs med ett år i sänder om det inte sägs upp minst tre månader före avtalstidens utgång. Hyresvärden svarar för underhåll av lägenheten. Vid försenad betalning utgår dröjsmålsränta. Ändringar i avtalet ska göras skriftligen för att vara bindande. Nycklarna återlämnas på tillträdesdagen. Får hyresgästen inte tillgång till källaren sänks hyran. Överlåtelse kräver värdens samtycke.',
  },
  {
    language: 'Danish',
    encodings: ['windows-1252', 'utf-16le'],
    text: 'Lejeren skal betale huslejen senest den første hverdag i måneden. Aftalen løber i to år og kan opsiges med tre måneders varsel til udgangen af en måned. Ved for sen betaling påløber der gebyr og renter. Udlejeren sørger for udvendig vedligeholdelse. Ændringer skal være skriftlige for at være gældende. Depositum tilbagebetales, når lejemålet er ryddet og nøglerne afleveret. Støjende arbejde må ikke udføres før klokken otte. Husdyr må kun holdes efter særlig tilladelse.',
  },
  {
    language: 'Finnish',
    encodings: ['windows-1252', 'iso-8859-15', 'utf-16le'],
    text: 'Vuokralainen maksaa vuokran viimeistään kuukauden viidentenä päivänä. Sopimus on voimassa toistaiseksi, ja sen irtisanomisaika on kolme kuukautta. Jos maksu myöhästyy, vuokranantajalla on oikeus periä viivästyskorkoa. Vakuus palautetaan, kun huoneisto on siivottu ja avaimet on luovutettu. Muutokset tähän sopimukseen tehdään kirjallisesti. Lemmikkieläimet ovat sallittuja, ellei yhtiöjärjestyksessä toisin määrätä. Sähkö ja vesi eivät sisälly hintaan.',
  },
  {
    language: 'Polish',
    encodings: CENTRAL,
    text: 'Najemca zobowiązuje się płacić czynsz z góry do dziesiątego dnia każdego miesiąca. Umowa zostaje zawarta na czas określony i może być wypowiedziana z zachowaniem trzymiesięcznego okresu. W razie opóźnienia wynajmujący może żądać odsetek ustawowych. Kaucja podlega zwrotowi w ciągu miesiąca od opróżnienia lokalu. Wszelkie zmiany wymagają formy pisemnej pod rygorem nieważności. Strony ustalają, że drobne naprawy obciążają najemcę, a większe właściciela. Łączna kwota nie może przekroczyć sześciu czynszów.',
  },
  {
    language: 'Czech',
    encodings: CENTRAL,
    text: 'Nájemce se zavazuje platit nájemné nejpozději do pátého dne každého měsíce. Smlouva se uzavírá na dobu určitou a může být vypovězena s tříměsíční výpovědní lhůtou. V případě prodlení je pronajímatel oprávněn požadovat úrok. Kauce bude vrácena po předání bytu. Veškeré změny této smlouvy vyžadují písemnou formu. Drobné opravy hradí nájemce, ostatní vlastník. Žádná ze stran nesmí převést svá práva bez souhlasu druhé strany. Účinnost nastává dnem podpisu, což obě strany potvrzují.',
  },
  {
    language: 'Slovak',
    encodings: ['windows-1250', 'iso-8859-2'],
    text: 'Nájomca sa zaväzuje platiť nájomné najneskôr do piateho dňa každého mesiaca. Zmluva sa uzatvára na dobu určitú a môže byť vypovedaná v trojmesačnej výpovednej lehote. Ak je nájomca v omeškaní, prenajímateľ je oprávnený požadovať úrok. Kaucia bude vrátená po odovzdaní bytu. Všetky zmeny tejto zmluvy si vyžadujú písomnú formu. Drobné opravy hradí nájomca, väčšie vlastník. Účinnosť nastáva dňom podpisu, čo obe strany potvrdzujú.',
  },
  {
    language: 'Hungarian',
    encodings: CENTRAL,
    text: 'A bérlő köteles a bérleti díjat minden hónap ötödik napjáig megfizetni. A szerződés határozott időre jön létre, és három hónapos felmondási idővel szüntethető meg. Késedelem esetén a bérbeadó kamatot követelhet. A kauciót a lakás kiürítése után vissza kell fizetni. A módosítások csak írásban érvényesek. A kisebb javításokat a bérlő, a nagyobbakat a tulajdonos végzi. Az őszi karbantartás költségeit a felek egyenlő arányban viselik. Külön megállapodás szükséges az állattartáshoz.',
  },
  {
    language: 'Romanian',
    encodings: ['windows-1250', 'iso-8859-2', 'utf-16le'],
    text: 'Chiriaşul se obligă să plătească chiria până în data de cinci a fiecărei luni. Contractul se încheie pe o durată determinată şi poate fi reziliat cu un preaviz de trei luni. În caz de întârziere, proprietarul poate cere dobânzi. Garanţia se restituie după predarea locuinţei. Orice modificare se face în scris. Reparaţiile mici sunt în sarcina chiriaşului, iar celelalte în sarcina proprietarului. Părţile convin că litigiile se soluţionează pe cale amiabilă.',
  },
  {
    language: 'Croatian',
    encodings: ['windows-1250', 'iso-8859-2'],
    text: 'Najmoprimac je dužan plaćati najamninu najkasnije do petog dana svakog mjeseca. Ugovor se sklapa na određeno vrijeme i može se otkazati uz otkazni rok od tri mjeseca. U slučaju kašnjenja najmodavac ima pravo na zatezne kamate. Polog se vraća nakon što je stan ispražnjen i ključevi predani. Sve izmjene moraju biti u pisanom obliku. Manje popravke plaća najmoprimac, a veće vlasnik. Životinje nisu dopuštene bez pristanka.',
  },
  {
    language: 'Turkish',
    encodings: ['windows-1254', 'iso-8859-9', 'utf-16le'],
    text: 'Kiracı, kira bedelini her ayın en geç beşinci günü ödemekle yükümlüdür. Sözleşme bir yıl için yapılmış olup taraflardan biri üç ay önceden yazılı olarak bildirmedikçe kendiliğinden uzar. Gecikme halinde kiraya veren faiz isteyebilir. Güvence bedeli, taşınmazın boşaltılmasından sonra geri verilir. Değişiklikler yazılı şekilde yapılmadıkça geçersizdir. Küçük onarımlar kiracıya, büyük onarımlar mal sahibine aittir. İşbu sözleşme imza tarihinde yürürlüğe girer.',
  },
  {
    language: 'Lithuanian',
    encodings: ['windows-1257', 'iso-8859-13', 'utf-16le'],
    text: 'Nuomininkas įsipareigoja mokėti nuomos mokestį iki kiekvieno mėnesio penktos dienos. Sutartis sudaroma neribotam laikui ir gali būti nutraukta įspėjus prieš tris mėnesius. Vėluojant sumokėti, skaičiuojami delspinigiai. Užstatas grąžinamas atlaisvinus patalpas. Visi pakeitimai turi būti raštiški. Smulkų remontą atlieka nuomininkas, o kitą – savininkas. Šalys susitaria, kad ginčai sprendžiami derybomis, žodiniai susitarimai negalioja.',
  },
  {
    language: 'Latvian',
    encodings: ['windows-1257', 'iso-8859-13'],
    text: 'Īrnieks apņemas maksāt īres maksu līdz katra mēneša piektajam datumam. Līgums ir noslēgts uz nenoteiktu laiku, un to var izbeigt, brīdinot trīs mēnešus iepriekš. Kavējuma gadījumā tiek aprēķināti procenti. Drošības nauda tiek atmaksāta pēc telpu atbrīvošanas. Visi grozījumi jāveic rakstveidā. Sīkos remontdarbus veic īrnieks, pārējos – īpašnieks. Puses vienojas, ka strīdi tiek risināti sarunu ceļā, ņemot vērā šo līgumu.',
  },
  {
    language: 'Russian',
    encodings: ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic', 'utf-16le', 'utf-16be'],
    text: 'Арендатор обязуется вносить арендную плату не позднее пятого числа каждого месяца. Договор заключён сроком на один год и может быть расторгнут с предварительным уведомлением за три месяца. В случае просрочки платежа начисляется неустойка в размере 0,1 % за каждый день. Залог возвращается после освобождения помещения. Все изменения к настоящему договору действительны лишь в письменной форме. Мелкий ремонт производит арендатор, а капитальный – собственник. Споры решаются в суде по месту нахождения объекта. Стороны подтверждают, что ознакомлены с условиями.',
  },
  {
    language: 'Ukrainian',
    encodings: CYRILLIC,
    text: 'Орендар зобов’язується сплачувати орендну плату не пізніше п’ятого числа кожного місяця. Договір укладено строком на один рік, і його може бути розірвано з попередженням за три місяці. У разі прострочення нараховується пеня. Застава повертається після звільнення приміщення. Усі зміни до цього договору чинні лише в письмовій формі. Дрібний ремонт здійснює орендар, а капітальний – власник. Спори вирішуються шляхом переговорів, її умови є конфіденційними.',
  },
  {
    language: 'Bulgarian',
    encodings: ['windows-1251', 'iso-8859-5', 'utf-16le'],
    text: 'Наемателят се задължава да плаща наема не по-късно от пето число на всеки месец. Договорът се сключва за срок от една година и може да бъде прекратен с тримесечно предизвестие. При забава се дължи лихва. Депозитът се връща след освобождаване на жилището. Всички изменения се правят в писмена форма. Дребните ремонти са за сметка на наемателя, а останалите – на собственика. Споровете се решават от съда.',
  },
  {
    language: 'Greek',
    encodings: ['windows-1253', 'iso-8859-7', 'utf-16le', 'utf-16be'],
    text: 'Ο μισθωτής υποχρεούται να καταβάλλει το μίσθωμα έως την πέμπτη ημέρα κάθε μήνα. Η σύμβαση συνάπτεται για τρία έτη και μπορεί να καταγγελθεί με προειδοποίηση τριών μηνών. Σε περίπτωση καθυστέρησης οφείλονται τόκοι. Η εγγύηση επιστρέφεται μετά την παράδοση του ακινήτου. Κάθε τροποποίηση γίνεται εγγράφως. Οι μικρές επισκευές βαρύνουν τον μισθωτή και οι υπόλοιπες τον ιδιοκτήτη. Άλλες συμφωνίες δεν ισχύουν.',
  },
  {
    language: 'Hebrew',
    encodings: ['windows-1255', 'utf-16le', 'utf-16be'],
    text: 'השוכר מתחייב לשלם את דמי השכירות לא יאוחר מהיום החמישי בכל חודש. תקופת השכירות היא שנה אחת, וניתן לסיים אותה בהודעה מראש של שלושה חודשים. במקרה של איחור בתשלום תחול ריבית. הפיקדון יוחזר לאחר פינוי הדירה. כל שינוי בהסכם זה ייעשה בכתב בלבד. תיקונים קטנים יבוצעו על ידי השוכר, והאחרים על ידי בעל הנכס. סמכות השיפוט נתונה לבית המשפט בחיפה.',
  },
  {
    language: 'Arabic',
    encodings: ['windows-1256', 'iso-8859-6', 'utf-16le', 'utf-16be'],
    text: 'يلتزم المستأجر بدفع الأجرة في موعد لا يتجاوز اليوم الخامس من كل شهر. مدة هذا العقد سنة واحدة ويجوز إنهاؤه بإشعار مسبق مدته ثلاثة أشهر. في حالة التأخر عن الدفع تحتسب فائدة. يعاد التأمين بعد إخلاء العقار. لا يكون أي تعديل نافذا إلا إذا كان مكتوبا. يتحمل المستأجر الإصلاحات البسيطة ويتحمل المالك ما عداها. تختص محاكم المدينة بالنظر في النزاعات.',
  },
  {
    language: 'Thai',
    encodings: ['windows-874', 'utf-16le'],
    text: 'ผู้เช่าตกลงชำระค่าเช่าภายในวันที่ห้าของทุกเดือน สัญญานี้มีกำหนดหนึ่งปี และอาจบอกเลิกได้โดยแจ้งล่วงหน้าสามเดือน หากชำระล่าช้าผู้เช่าต้องเสียดอกเบี้ย เงินประกันจะคืนให้เมื่อส่งมอบห้องแล้ว การแก้ไขสัญญาต้องทำเป็นหนังสือ ผู้เช่าเป็นผู้ซ่อมแซมเล็กน้อย ส่วนเจ้าของรับผิดชอบการซ่อมใหญ่',
  },
  {
    language: 'Chinese, simplified',
    encodings: ['gbk', 'gb18030', 'utf-16le', 'utf-16be'],
    text: '承租人应当在每月五日之前向出租人支付租金。租赁期限为三年，自二〇二五年一月一日起计算。任何一方可以提前三个月以书面形式通知对方解除本合同。逾期付款的，承租人应按日支付违约金。押金在房屋交还后三十日内退还。本合同的任何修改都必须采用书面形式，并由双方签字盖章后生效。日常维修由承租人负责，其他维修由出租人承担。因本合同引起的争议，双方应当协商解决；协商不成的，可以向房屋所在地的人民法院提起诉讼。未经出租人同意，承租人不得将房屋转租给他人。',
  },
  {
    language: 'Chinese, traditional',
    encodings: ['big5', 'utf-16le', 'utf-16be'],
    text: '承租人應當在每月五日之前向出租人支付租金。租賃期限為三年，自民國一百一十四年一月一日起計算。任何一方可以提前三個月以書面通知對方終止本契約。逾期付款者，承租人應按日支付違約金。押金於房屋交還後三十日內退還。本契約的任何修改都必須以書面為之，並由雙方簽名蓋章後生效。日常修繕由承租人負責，其他修繕由出租人承擔。因本契約所生的爭議，雙方應當先行協商；協商不成時，由房屋所在地的法院管轄。沒有出租人的同意，承租人不得將房屋轉租給別人。',
  },
  {
    language: 'Japanese',
    encodings: ['shift_jis', 'euc-jp', 'iso-2022-jp', 'utf-16le', 'utf-16be'],
    text: '賃借人は、毎月五日までに賃料を賃貸人の指定する口座に振り込むものとする。契約期間は令和七年一月一日から三年間とし、双方に異議がないときは同じ条件で更新する。解約を希望する場合は、三か月前までに書面で通知しなければならない。支払いが遅れたときは、年十四パーセントの遅延損害金を支払う。敷金は、明け渡しの後、三十日以内に返還する。この契約の変更は、書面によらなければ効力を生じない。小さな修理は賃借人が、その他は賃貸人が行う。カギの複製は禁止とする。',
  },
  {
    language: 'Korean',
    encodings: ['euc-kr', 'utf-16le', 'utf-16be'],
    text: '임차인은 매월 오일까지 임대인의 계좌로 월세를 지급하여야 한다. 계약 기간은 이년으로 하며, 어느 일방이 세 달 전에 서면으로 통지하지 아니하면 같은 조건으로 갱신된다. 지급이 늦어진 경우에는 연체 이자를 더하여 지급한다. 보증금은 집을 비운 날부터 삼십일 안에 돌려준다. 이 계약의 변경은 서면으로 하여야 효력이 있다. 작은 수리는 임차인이 하고, 그 밖의 수리는 임대인이 부담한다. 다툼이 있을 때에는 관할 법원에서 해결한다.',
  },
];
