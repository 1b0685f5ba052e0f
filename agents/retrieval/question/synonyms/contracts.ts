/** What contracts say, and how people ask about it. */
export const contractWords = `
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
`;
