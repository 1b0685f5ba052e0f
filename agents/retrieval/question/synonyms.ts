import { stem } from '../../../core/text/stem.ts';

/**
 * Words that stand for one another in contracts, policies and everyday questions about them. A group is one line;
 * several words that are one term are joined by an underscore and looked for word by word.
 */
const groups = `
terminate end expire cancel cease expiration termination cancellation
start begin commence commencement effective
renew extend renewal extension prolong rollover
automatically automatic auto
initial first original
term duration period length
long duration period term
notice notify notification inform written
rent rental lease
landlord lessor owner
tenant lessee occupier renter
employee worker staff personnel
employer company boss
customer client buyer purchaser
supplier vendor seller provider contractor
pay payment payable paid fee charge remuneration compensation
salary wage pay remuneration compensation
price cost fee rate charge amount
expensive price cost
bill invoice
deposit security
money sum amount payment
interest late overdue
raise increase escalate adjust
lower decrease reduce discount
buy purchase order acquire procure
sell supply sale resell
minimum least
maximum most exceed cap limit
cap limit limitation maximum exceed aggregate
capped limited exceed cap
unlimited uncapped limitation
liability liable damages responsible
indemnify indemnity indemnification hold_harmless reimburse
damages loss compensation penalty
penalty liquidated fine
sue claim action proceeding lawsuit litigation
dispute arbitration mediation litigation
court jurisdiction venue
law govern governing laws jurisdiction
state law jurisdiction
country law territory
assign transfer assignment delegate assignable
transfer assign transferable nontransferable
consent approval permission agree
allow permit may right entitle
forbid prohibit restrict bar prevent
barred shall_not prohibited
restricted prohibited refrain
must shall required obliged obligation
sublet sublease assign
compete competing competition competitive noncompete competitor
exclusive exclusively sole exclusivity
solicit recruit hire employ entice induce
customer client
poach solicit hire
disparage disparagement derogatory defame
secret confidential confidentiality proprietary
confidential secret proprietary disclose
disclose reveal share divulge disclosure
share split disclose
return destroy
patent trademark copyright intellectual property
ip intellectual property patent copyright
owns own ownership title belong property vest
become vest assign belong
created developed made work
jointly joint co-own
licence license grant sublicense
license licence grant sublicense
licences licenses grant
irrevocable perpetual irrevocably forever
perpetual irrevocable perpetuity forever
affiliate subsidiary parent
escrow deposit
source code
acquired acquisition merger change control
bought acquired acquisition merger
control merger acquisition
refusal offer negotiation
offer offered
favourable favorable favored
good favorable favored
third 3 other
revenue profit royalty proceeds
threshold exceed excess
warranty warrant guarantee warrants
guarantee warranty warrant
last period expire
insurance insure coverage policy insured
audit inspect examine books records inspection
books records accounts
premises property building facility
repair maintain maintenance
fix repair remedy
broken defective defect damage
quit resign resignation terminate leave
fired dismissed dismissal terminate
sack dismiss terminate
breach default violation
break breach terminate
without cause convenience reason
reason cause
holiday vacation leave
vacation holiday leave
sick illness sickness absence
hours working
overtime hours
pension retirement
bonus incentive
trial probation probationary
signed dated executed entered made
sign execute date
parties between party
party parties between
agreement contract
kind type title
person individual
force_majeure beyond_control
deliver delivery ship shipment
late delay overdue
refund reimburse repay
tax vat taxes
data personal information privacy
subcontract subcontractor delegate
beneficiary beneficiaries benefit enforce
survive survival
dispose disposal
kill dead died death
die died death
born birth
build built construct construction erect
destroy destroyed ruin
invent invented inventor discovery
find discover discovered found
discover discovered found
write wrote written author
win won victory defeated beat
lose lost defeat
big large size
large big great
old age aged ancient
tall height high
high height elevation altitude
deep depth
wide width broad
far distance
heavy weight weigh
fast speed
many number
war battle conflict
doctor physician
movie film
car vehicle automobile
job position employment role
home house residence
kids children
people population inhabitants
live lived inhabit
famous known renowned
teach taught school
name called named known
called named known
founded established set_up started
leader head chief president
daycare nursery childcare kindergarten
nursery daycare childcare
gym fitness club membership
fitness gym club
apartment flat premises
flat apartment premises
phone mobile telephone
mobile phone
bike bicycle
dog pet animal
pet dog cat animal
drill tool
backup copy restore
roll renew rollover
moving move leave
spend cost pay
earn pay price
back return refund repay
stolen theft lost thief
nicked stolen theft thief
robbed theft stolen
course training
own deduct excess
pocket excess deductible
excess deductible
spot bay space
spots bay space
park parking bay
parking park bay
friends visitors guest
guest visitor
wage salary pay
ill sick sickness illness
sooner early before
swap exchange change
paid pay payment payable
unpaid pay overdue
sold sell sale
bought buy purchase
sent send
held hold
kept keep
lent lend loan
first 1
second 2
fourth 4
fifth 5
sixth 6
borrow loan credit lend
loan credit finance
finance loan credit
heating gas energy
light electricity lighting
lights electricity supply
power electricity energy
abroad foreign country
foreign abroad international
website site web
wiped deleted delete erase
pick collect collected
bounce returned fail
email e-mail mail
contract agreement
deal agreement contract
side party parties
leave terminate quit end
stay remain possession
vacate leave surrender
office premises suite
due payable owed outstanding balance
payable due owed balance
owe due payable owed balance
owed due payable balance
outstanding due unpaid balance
receiving recipient receive
recipient receiving receive
disclosing discloser disclose
discloser disclosing disclose
verbal oral orally spoken verbally
oral orally verbal verbally spoken
spoken oral orally verbal
mark marked label labelled legend designate stamp
label labelled mark marked legend designate
retain keep hold archive
keep retain hold
copy copies reproduce reproduction duplicate
duplicate copy reproduce
reverse decompile disassemble decipher
decompile disassemble reverse
disassemble decompile reverse
analyse analyze examine test
compel compelled require law court order subpoena
force compel compelled require law
subpoena court order process compel compelled
court order judicial tribunal
authority regulator governmental regulatory agency
regulator authority regulatory governmental
talk discussions negotiation
negotiation discussions talk
discussions negotiation talk
consultant adviser advisor representative agent contractor
adviser advisor representative consultant counsel
advisor adviser representative consultant counsel
representative agent adviser advisor
lawyer counsel attorney adviser legal
attorney counsel lawyer
accountant auditor adviser
auditor accountant
outsider third_party
leak breach unauthorized unauthorised
unauthorized unauthorised
report notify inform
tell notify inform notice
warn notify notice
know known possession aware
knew known possession already
already before prior previously
previously before prior already
independent independently
independently independent own
public publicly domain
publish publication public
survive continue remain survival
outlast continue survive
outlive continue survive
continue survive remain
forever perpetual indefinitely unlimited
everlasting perpetual indefinitely unlimited
recruit hire solicit employ entice
entice solicit induce hire recruit
induce entice solicit
injunction injunctive equitable restrain
accurate accuracy correct complete
accuracy accurate correct completeness
correct accurate accuracy
belong property own remain vest
property own belong title
erase delete destroy wipe
delete erase destroy
shred destroy
destruction destroy destroyed erase
certify confirm certificate
confirm certify
announce publicity announcement press
advertise publicity reference name
bankrupt insolvent insolvency bankruptcy
insolvent insolvency bankrupt
takeover acquire acquisition control
group affiliate subsidiary
sister affiliate subsidiary
oblige obligate obligation commit
commit obligate obligation
purpose evaluation
assess evaluate evaluation
evaluate evaluation assess
`;

const related = new Map<string, Set<string>>();
for (const line of groups.trim().split('\n')) {
  const [head = '', ...others] = line.split(' ');
  const known = related.get(stem(head)) ?? new Set<string>();
  for (const other of others) for (const word of other.split('_')) known.add(word);
  related.set(stem(head), known);
}

/** Words that may stand in a text where the question has this one, not counting its own forms. */
export const relatedWords = (form: string): readonly string[] => {
  const own = stem(form);
  return [...(related.get(own) ?? [])].filter((word) => stem(word) !== own);
};
