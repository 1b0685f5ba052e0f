/** The world at large, the household, and everyday words for what stands in its contracts. */
export const everydayWords = `
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
`;
