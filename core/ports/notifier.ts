import type { z } from 'zod';

/** A message as it goes out by one channel: worded, complete, and holding no more of a document than its reader's preferences allow. */
export type Message = {
  /** Idempotency key: two calls with one key are to have one effect. The same after a restart. */
  readonly key: string;
  /** One line, without line breaks. */
  readonly title: string;
  /** Plain text, and the same as a whole HTML page. */
  readonly text: string;
  readonly html: string;
  /** A sentence or two, for channels that show no more. */
  readonly brief: string;
  /** Where to go on. */
  readonly url?: string;
  /** A POST to it stops these messages at once (RFC 8058). */
  readonly unsubscribeUrl?: string;
  /** For machines: ids, dates and kinds, no document text. JSON. */
  readonly data: Readonly<Record<string, unknown>>;
};

/** How an attempt came out. `reason` is for the delivery log: a code and figures, neither secrets nor document text. */
export type SendOutcome =
  /** `reference`: the channel's own id of the message. */
  | { readonly outcome: 'sent'; readonly reference?: string }
  /** May succeed later; `after` in milliseconds where the other side says when. */
  | { readonly outcome: 'retry'; readonly reason: string; readonly after?: number }
  /** Never will. `gone`: the address itself is dead (bounced, unsubscribed, expired), so that the channel is to be switched off. */
  | { readonly outcome: 'refused'; readonly reason: string; readonly gone: boolean };

/** An address that is dead, as the service that carries messages there reports it. */
export type Bounce = {
  /** As people give it; of e-mail, in any case. */
  readonly address: unknown;
  /** For the delivery log, as that of an outcome: "HardBounce". */
  readonly reason: string;
  /** The service's own id of the message that bounced, which `send` gave as `reference`. */
  readonly reference: string | undefined;
};

/**
 * Carries messages to people. Called by the notification service only, one message at a time, with a timeout behind `signal`.
 * It does not throw for what the other side answers; what it throws counts as `retry`.
 */
export type Notifier<A extends z.ZodType = z.ZodType> = {
  /** Name of the channel, as preferences have it: "email", "push", "webhook". Two plugins may not share one. */
  readonly channel: string;
  readonly title: string;
  /** What an address is here: an e-mail address, a push subscription, a URL. Its parse is what `send` gets. */
  readonly address: A;
  /** How an address is shown in lists and logs: enough to tell it from others, not enough to use it. */
  mask(address: z.output<A>): string;
  /**
   * Whether the address has to be proved its owner's (by a code sent to it) before anything else goes to it; false where
   * having it proves it, as a push subscription or a file of this machine does.
   */
  readonly proof: boolean;
  /**
   * The address of whoever has set up no channel at all, where this one needs no account and reaches the person at this
   * machine; absent otherwise.
   */
  readonly defaultAddress?: z.input<A>;
  /** What a client needs to make an address, by name: the key that browsers subscribe with. Nothing secret. */
  readonly clientSettings?: Readonly<Record<string, string>>;
  send(message: Message, address: z.output<A>, signal: AbortSignal): Promise<SendOutcome>;
  /**
   * Whether a message with this key went out already: asked after a crash between sending and recording. undefined, or
   * absent, where the channel cannot tell; then the key is all that keeps a second one from having an effect.
   */
  wasSent?(key: string, address: z.output<A>, signal: AbortSignal): Promise<boolean | undefined>;
  /**
   * Reads what the service posts when an address turns out dead after it took a message: any JSON, from whoever has the
   * password of `notifications.bounce_key`. undefined for a report of anything else, and for what is no report; absent where
   * the service posts none. Called by the REST server, at a path with the name of the channel.
   */
  readBounce?(report: unknown): Promise<Bounce | undefined>;
  close?(): Promise<void>;
};

/** Any notifier, as the service holds it: an address goes in as its schema parsed it. */
export type AnyNotifier = Omit<Notifier, 'mask' | 'send' | 'wasSent'> & {
  mask(address: never): string;
  send(message: Message, address: never, signal: AbortSignal): Promise<SendOutcome>;
  wasSent?(key: string, address: never, signal: AbortSignal): Promise<boolean | undefined>;
};

/** The notifiers that run, one for each channel, as the notification service sees them. */
export type Notifiers = {
  all(): readonly AnyNotifier[];
  /** undefined where no running plugin brings that channel. */
  of(channel: string): AnyNotifier | undefined;
};
