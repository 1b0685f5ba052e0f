/** What people decide. What the clock makes of it (overdue, snoozed until) is computed when somebody asks. */
export const standings = ['proposed', 'confirmed', 'done', 'dismissed'] as const;

export const changes = [
  'confirmed',
  'edited',
  'done',
  'snoozed',
  'dismissed',
  'reopened',
  /** The document says otherwise now: another day follows from it. */
  'reread',
  /** A new version of the document no longer says it. */
  'gone',
  /** A new version says it again. */
  'returned',
] as const;

/** Where it stands: what people decided, and what the clock makes of it. */
export const statuses = ['proposed', 'confirmed', 'snoozed', 'overdue', 'done', 'dismissed'] as const;
export type Status = (typeof statuses)[number];

/** What a person may put in the place of what was read. */
export const editable = [
  'action',
  'party',
  'date',
  'rrule',
  'starts',
  'anchor_date',
  'timezone',
  'person',
  'lead_days',
] as const;
export type Editable = (typeof editable)[number];

/**
 * What is in the way and what is not. `dated`: it has a last day that is to come, or one that somebody has to account for;
 * `open`: it has a deadline, and something must be known before there is a day; `past`: its day was over before anybody
 * confirmed it; `none`: it has no deadline, or is to be done every day. Without being asked only the first two are shown, and what somebody touched.
 */
export const classes = ['dated', 'open', 'past', 'none'] as const;
export type Class = (typeof classes)[number];
