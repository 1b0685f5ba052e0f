import type { Principal } from '../identity/principal.ts';

export const noticeKinds = ['reminder', 'digest', 'overdue', 'escalation'] as const;
/** What agents notify of. The service itself also sends proofs of addresses, tests, and word of a channel that was switched off. */
export type NoticeKind = (typeof noticeKinds)[number];

/** One thing that somebody is told of. */
export type NoticeItem = {
  /** What is to be done: "Give notice of non-renewal". May hold words of the document. */
  readonly title: string;
  /**
   * The same without a word of the document: "Last day to give notice", "A payment". Stands for the title where the
   * person's preferences keep document text inside; absent, it is "A deadline".
   */
  readonly label?: string;
  /** Who has to: "Tenant". */
  readonly party?: string;
  /** By when: "2027-03-31", and the same for people, with the weekday and the time zone. */
  readonly due?: { readonly date: string; readonly words: string };
  readonly obligationId?: string;
  readonly document: { readonly id: string; readonly name: string };
  /** Verbatim; left out of the message where the person's preferences keep document text inside, as the party is. */
  readonly quote?: string;
  /** 1-based. */
  readonly page?: number;
};

export type Notice = {
  /** Idempotency key within the workspace: a second notice with it changes nothing. */
  readonly key: string;
  readonly kind: NoticeKind;
  /** Id of the person. */
  readonly person: string;
  /** For the log: "3 deadlines this week". Stays inside: messages say how many are due, and when, as of when they go out. */
  readonly title: string;
  readonly items: readonly NoticeItem[];
  /** When it should have gone out, RFC 3339, where it goes out late. */
  readonly lateSince?: string;
};

/** What a person wants, complete: defaults are filled in. */
export type Preferences = {
  readonly person: string;
  /** IANA time zone: "Europe/Berlin". */
  readonly timezone: string;
  /** Local times "22:00" to "07:00", within which nothing is sent; undefined for none. */
  readonly quietHours: { readonly from: string; readonly to: string } | undefined;
  /** Local time of day at which reminders go out. */
  readonly remindAt: string;
  /** Days before the due day; 0 is the day itself. */
  readonly leadDays: readonly number[];
  /** One message a day with all that is due, or one for each. */
  readonly digest: 'single' | 'daily';
  /** Nothing is sent before this day ("2027-03-31", in the person's time zone), ever where it is "forever". */
  readonly pausedUntil: string | undefined;
  /** Whether quotes of documents may leave this machine. */
  readonly quotes: boolean;
  /** Whom to tell when nobody reacts, and after how many days overdue. */
  readonly escalation: { readonly person: string; readonly afterDays: number } | undefined;
};

export type NoticeState =
  /** Stored: it goes out by each of the person's channels for its kind, once. */
  | 'accepted'
  /** Was accepted before, or withdrawn. */
  | 'known'
  /** The person paused notices or switched this kind off. Nothing went out: the same key may be sent again later. */
  | 'paused'
  /** The person has no channel that works. Nothing went out: the same key may be sent again later. */
  | 'no-channel';

/** One attempt to reach somebody by one channel, as the delivery log has it. */
export type Delivery = {
  readonly id: string;
  readonly noticeKey: string;
  readonly kind: string;
  readonly person: string;
  readonly channel: string;
  readonly address: string;
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed' | 'withdrawn';
  readonly attempts: number;
  readonly reason: string | undefined;
  /** RFC 3339. */
  readonly createdAt: string;
  readonly sentAt: string | undefined;
};

/** Tells people things, once. What is accepted survives a crash; how it came out is in the delivery log. */
export type Notifications = {
  send(principal: Principal, notice: Notice): Promise<NoticeState>;
  /** What has not gone out yet does not go out. */
  withdraw(principal: Principal, key: string): Promise<void>;
  preferences(principal: Principal, person: string): Promise<Preferences>;
  /** Whether it is the caller, or somebody who was named in this workspace: what goes to anybody else reaches nobody. */
  knows(principal: Principal, person: string): Promise<boolean>;
  /** The log of these notices, oldest first. */
  deliveries(principal: Principal, keys: readonly string[]): Promise<readonly Delivery[]>;
};
