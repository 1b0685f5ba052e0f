/** What agreements on confidentiality say, and how people ask about it. */
export const confidentialityWords = `
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
