/** What Dossier promises its users, in their words. Each needs a scenario; one without fails the suite. */
export const promises = {
  'ingest-reports':
    'Each file comes out as ready, failed with what to do about it, or duplicate; a bad one stops no other.',
  'ingest-again': 'Ingesting a folder again skips what is known, reads what changed, and names what is gone.',
  'ingest-prune': 'Documents whose file is gone are deleted when that is asked for.',
  'new-version': 'A changed file is a new version of its document, and the old text is no longer found.',
  upload: 'A file can be uploaded; the same bytes are the same document.',
  'documents-listed': 'Documents can be listed, filtered by state and name, and paged.',
  'documents-shown': 'A document shows its state, its parser, its size and why it failed.',
  'documents-deleted': 'A deleted document is gone from lists, search and answers.',
  'documents-restarted': 'A failed document can be read again, one that is done can not be cancelled.',
  'documents-reread': 'A document is read once more, in other languages where some are named, as its next version.',
  attachments:
    'What is attached to an e-mail is a document of its own: read, found, quoted with what it came in, deleted with it.',
  tables: 'A question about a cell is answered by its row, with the names of its columns.',
  'search-found': 'Search gives passages with document, page, position and score, best first.',
  'search-filtered': 'Search can be kept to chosen documents and to a number of results.',
  'search-explained': 'Search explains why a passage is there.',
  'ask-cited': 'An answer stands on verbatim quotes with document, page and position.',
  'ask-abstains': 'What the documents do not say is not answered, and what is missing is named.',
  'ask-data': 'The text of documents is data: instructions in it change nothing.',
  threads:
    'A conversation keeps its questions and answers, understands a follow-up, and can be listed, shown and deleted.',
  'risks-found':
    'The risks of a document come with severity, reasons, what to ask for and verbatim quotes; protections that are missing are named.',
  'risks-party':
    'Who says which party they are sees no risks that hurt only the others, and of each risk why it is theirs.',
  'risks-decided':
    'A risk is accepted, dismissed with a reason or reopened; a new version keeps what was decided on the same words.',
  'risks-policy': 'A workspace switches detectors and sets their thresholds, and its results say so.',
  'risks-report': 'A report of the risks can be had as Markdown and as a page of HTML that needs nothing else.',
  'terms-read':
    'The terms of a contract come with verbatim quotes, and computed days with their arithmetic; what the document does not say stays open and is named.',
  'terms-set':
    'A day that a document does not give can be said and taken back; its terms follow, and who said it is kept.',
  'terms-amended': 'The terms of a contract can be had as of a day: amendments count from theirs on, with both quotes.',
  'obligations-found':
    'Who must do what by when is proposed with verbatim quotes and the arithmetic of its day; what has no deadline is out of the way.',
  'obligations-decided':
    'An obligation is confirmed, snoozed, done, dismissed with a reason or reopened; a new version keeps what was decided on the same words.',
  'obligations-edited':
    'An obligation can be corrected and keeps its evidence; the day of an event that the document leaves open gives it its day.',
  'reminders-told':
    'What was confirmed is reminded of: what is planned can be listed and previewed, and why something came, or did not, is explained.',
  calendar: 'Deadlines can be had as a calendar with alarms, whose entries keep their identity.',
  'calendar-feeds': 'A link to a calendar can be made, listed without its secret, and revoked.',
  timeline: 'The deadlines of the next twelve months can be had at a glance, as Markdown and as a page of HTML.',
  clauses: 'The clauses of a document can be listed by type where a clause model runs.',
  'notify-defaults': 'Whoever has set nothing is reminded by a channel that needs no account.',
  'notify-preferences': 'Preferences are set all at once or not at all, and what cannot be is refused by name.',
  'notify-channels': 'A channel is added, tested, switched off and on, and removed; no address is shown in full.',
  'notify-log': 'What was sent to whom, by which channel and with which result can be looked up.',
  'read-around': 'A passage can be read with its surroundings, and a document piece by piece.',
  'plugins-listed': 'The plugins can be listed with whether they run.',
  'errors-not-found': 'What does not exist is said to be missing, by its id.',
  'errors-invalid': 'A bad input is refused with every problem named.',
} as const;

export type PromiseId = keyof typeof promises;
