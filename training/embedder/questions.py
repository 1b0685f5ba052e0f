"""
Questions about agreements in everyday words, put together from phrases of our own. Contracts and a dictionary hold
hardly any questions and little of the way people talk, so without these the vectors of such words are poor.
"""

import random

SUBJECTS = """I|we|they|you|both sides|both of us|my partners|our people|the owners|their lawyers|the workers|the buyers
our customers|the sellers|my bosses|the tenants|the suppliers|our suppliers|the neighbours|the shops|other firms
the people upstairs|the managers|the authors|the programmers|the investors|the drivers|the parents|my kids|the banks
the makers|the agents|the two companies|the doctors|the teachers|the students|the players|the farmers|the shareholders"""

ACTIONS = """pull out early|back out of the deal|quit before the end|call the whole thing off|end it from one day to the next
cancel without a reason|leave whenever they like|stop the contract|get rid of me|kick me out|throw us out|fire me on the spot
keep going for another year|carry on after the end|roll it over|extend it|sign up again|let it run out|let it lapse
give notice|say something in time|send a letter|tell the others|warn us first|ask first|ask for permission|get a yes in writing
put the price up|charge more|charge extra|ask for more money|lower the price|give a discount|pay less|pay late|pay up front
pay by the month|pay every quarter|pay a deposit|get the deposit back|get a refund|get the money back|pay interest|pay a fine
pay a penalty|pay damages|pay for the repair|pay for the lawyers|pay the tax|cover the costs|split the bill|share the profit
share the takings|get a cut of the sales|get a share of what comes in|earn a commission|get a bonus|get paid for overtime
buy a fixed amount|order a certain number|take a minimum each year|order less than agreed|buy from somebody else|shop around
sell to other people|sell to our rivals|work for a rival|work with the competition|start a business of the same kind
open a shop round the corner|do the same job elsewhere|take a second job|deal with nobody else|be the only seller
have the area to themselves|steal our clients|call our clients|take the clients along|hire our staff|lure our people away
take on someone from the team|talk badly about us|say nasty things in public|complain in the newspaper|badmouth the product
hand the deal over to someone|pass it on to a third person|give it to another firm|let someone else do the work|sublet the room
transfer the whole thing|sell the company|get bought by a bigger firm|merge with somebody|change hands|get new owners
have first pick|get the first offer|be asked before anyone else|match a better offer|buy the rest of the shares
get a better deal than us|be treated as well as the others|get the best price|own what we invent|own the ideas|own the designs
own the software|keep the drawings|keep the rights|share the ownership|own it together|use the name|use the logo|use the brand
use the program|use the photos|copy the software|install it at home|lend it to a friend|use it for ever|keep using it afterwards
use it without a limit|use it in every office|let a sister company use it|let the parent company use it|change the code
look at the source code|get the code if the maker goes bust|take the program apart|find out how it works|make a copy
keep quiet about it|keep it secret|tell a friend|tell the police|talk to the press|leak the plans|give the papers back
shred the documents|delete the files|keep a copy|look into the books|check the accounts|send somebody to inspect|visit the factory
count the users|see the records|keep the receipts|get insured|take out a policy|cover accidents|pay if someone gets hurt
be blamed for the damage|be on the hook for everything|pay no more than a certain sum|lose everything|owe a fixed sum
be let off if there is a storm|be excused when there is a strike|fix what is broken|repair the roof|replace a faulty one
stand behind the product|promise that it works|give a guarantee|send it back|reject the goods|test it first
go to court|sue the company|take us to a judge|settle the quarrel in private|use an arbitrator|bring a claim|give up the right to sue
challenge the patent|dispute the trade mark|ask for a jury|get an order to stop it|demand help from a stranger
make a claim as an outsider|benefit without having signed|look after things when it is over|help after the end
return the keys|clear the room|hand in the laptop|deliver on time|be late|miss a deadline|bring the goods to the door
carry the risk on the way|keep a pet|paint the walls|put up a sign|play loud music|run a restaurant|park a car|work from home
take a holiday|call in sick|get a pay rise|get a pension|collect personal data|read the emails|watch the screens|store the data abroad"""

CONDITIONS = """|| without telling us| without asking| behind my back| at any time| before the end| after it is over| once a year
 when the contract ends| if something goes wrong| if nobody objects| in the first year| for free| in writing| in another country
 if the firm goes bankrupt| if the price goes up| on a week's notice| when there is no more money| if the owner dies| if we move"""

PATTERNS = """Can {subject} {action}{condition}?|May {subject} {action}{condition}?|Could {subject} {action}{condition}?
Do {subject} have to {action}{condition}?|Are {subject} allowed to {action}{condition}?|Must {subject} {action}{condition}?
What happens if {subject} {action}{condition}?|What if {subject} {action}{condition}?|When can {subject} {action}?
How long before {subject} can {action}?|Who decides whether {subject} {action}?|Is it a problem if {subject} {action}{condition}?
How much does it cost if {subject} {action}?|Does it say that {subject} must not {action}?|Is there a rule against it if {subject} {action}?
Will {subject} ever have to {action}{condition}?|What stops {subject} from it if {subject} want to {action}?
How soon do {subject} need to {action}?|Where does it say that {subject} {action}?|Who pays when {subject} {action}{condition}?"""


def _phrases(lines: str) -> list[str]:
    return [phrase for line in lines.split("\n") for phrase in line.split("|")]


def everyday_questions(count: int, seed: int) -> list[str]:
    choose = random.Random(seed).choice
    patterns, subjects, actions, conditions = map(_phrases, (PATTERNS, SUBJECTS, ACTIONS, CONDITIONS))
    questions: dict[str, None] = {}
    while len(questions) < count:
        subject, action, condition = choose(subjects), choose(actions), choose(conditions)
        questions[choose(patterns).format(subject=subject, action=action, condition=condition)] = None
    return list(questions)
