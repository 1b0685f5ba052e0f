import type { DocumentKind, ReadDocument } from '../../core/ports/detector.ts';
import { readText } from './read-text.ts';

/** What each kind of contract is about, and nothing that protects anybody. */
const subjects: Readonly<Partial<Record<DocumentKind, string>>> = {
  services: `SERVICES AGREEMENT

Orla Finch Consulting Ltd ("Provider") and Teal Water plc ("Client") agree as follows.

1. Provider advises Client on the layout of the gardens at Client's three pumping stations.

2. Provider visits each station in person, walks the grounds with the head gardener and writes down what it sees.`,
  supply: `SUPPLY AGREEMENT

Farrow Pumps Ltd ("Supplier") and Teal Water plc ("Buyer") agree as follows.

1. Supplier sells and Buyer buys garden benches of the kinds shown in the catalogue.

2. Buyer orders benches by letter. Supplier answers each letter.`,
  distribution: `DISTRIBUTION AGREEMENT

Farrow Pumps Ltd ("Supplier") and Ostrava Garden s.r.o. ("Distributor") agree as follows.

1. Supplier appoints Distributor to resell garden benches in Moravia.

2. Distributor shows the benches at the spring fair and keeps a catalogue at its shop.`,
  licence: `SOFTWARE LICENCE AGREEMENT

Quillon Systems GmbH ("Licensor") and Teal Water plc ("Licensee") agree as follows.

1. Licensor lets Licensee install the program BerthPlan on the computers of its head office.

2. Licensee names a person who looks after the program.`,
  nda: `MUTUAL NON-DISCLOSURE AGREEMENT

Halden Instruments AB and Brightwater Analytics Ltd agree as follows.

1. Each of them shows the other its workshop and explains how its instruments are made.

2. Neither of them tells anybody else what it has seen there.`,
  lease: `LEASE

Orchard Row Estates LLP ("Landlord") and Fern & Flour Bakery Limited ("Tenant") agree as follows.

1. Landlord lets to Tenant the ground floor of 18 Orchard Row as a bakery.

2. Tenant pays a rent of £900 on the first day of each month.`,
  employment: `CONTRACT OF EMPLOYMENT

Corvane Energy Research plc ("Employer") and Daniel Abara ("Employee") agree as follows.

1. Employer employs Employee as an analyst in Leith from 8 January 2024.

2. Employee is paid a salary of £31,000 in twelve parts.`,
  loan: `LOAN AGREEMENT

Marlin Street Finance Ltd ("Lender") and Ivo Brindle ("Borrower") agree as follows.

1. Lender lends Borrower £14,500 for a car.

2. Borrower shall repay the loan in 48 instalments of £348.57.`,
};

const gardens = `The parties have known each other since the flower show of 2019, where they had neighbouring stands. They met again in the
autumn of the same year, and once more in the following spring, when the idea behind this document first came up. Each
of them has since spoken with its own people and with its neighbours, and each has walked the grounds more than once.

The grounds lie on both sides of the river. On the north bank stand eleven old lime trees and a brick wall; on the south
bank there is a meadow, a small pond and a path that leads to the mill. The gate is opened in the morning by the keeper
and closed by her at dusk. Carts may pass over the bridge one at a time. Dogs are welcome on the path and not in the
meadow. The benches face the river, and the oldest of them bears the name of the gardener who planted the trees.

Letters are written in English and sent to the address given above. Whoever moves tells the other. Headings are there for
ease of reading and change nothing. The singular includes the plural. This document was drawn up in two copies, one for
each side, and both of them were read aloud before they were signed. What was said before is replaced by what is written
here, and what is written here may be changed only in writing.

Both sides have had the help of people who know the trade. They have taken the time to read every page, and they are glad
of the neighbourly spirit in which the talks were held. The keeper of the gate was asked for her opinion, and she gave
it. The miller was asked as well, and he had none. The gardener drew a map of the paths, which is kept at the mill and
may be looked at by anybody who is curious about the old course of the river and the places where the trees stood.

The mill is older than the bridge, and the bridge is older than the gate. Herons come in the morning. In wet springs the
meadow is soft as far as the third bench, and the keeper then lays planks across the path. None of this has ever troubled the
neighbours, who like the river as it is, and who have told both sides so more than once and in so many words.`;

/** A contract of a kind that protects nobody from anything, with these clauses added: long enough to be one, and of one piece. */
export const bareContract = (kind: DocumentKind, ...clauses: readonly string[]): ReadDocument => {
  const numbered = clauses.map((clause, index) => `${index + 3}. ${clause}`);
  return readText([subjects[kind] ?? '', ...numbered, gardens].join('\n\n'), { kind });
};
