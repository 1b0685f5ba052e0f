import type { AnyNotifier } from '../../../core/ports/notifier.ts';

/** How the other side of a channel can fail. */
export const faults = ['busy', 'broken', 'refuses', 'gone', 'stalls', 'hangs-up', 'garbles', 'echoes'] as const;

/**
 * busy: comes back later, after seven seconds where the protocol can say so; broken: an error of its own; refuses: this
 * message or this sender; gone: the address is dead; stalls: never answers; hangs-up: breaks the connection off;
 * garbles: speaks another protocol; echoes: an error whose words repeat what was sent.
 */
export type Fault = (typeof faults)[number];

/** A message as the other side understood it. */
export type Arrived = {
  /** By which the other side can tell one message that came twice from two. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
};

/** A notifier and what it sends to, as the contract suite drives them. */
export type NotifierSide = {
  readonly notifier: AnyNotifier;
  /** As people would give them. */
  readonly address: unknown;
  readonly otherAddress: unknown;
  readonly invalid: readonly unknown[];
  /** Must show in no reason, and the address's own in no mask. */
  readonly secrets: readonly string[];
  arrived(): Promise<readonly Arrived[]>;
  /** Of these the other side is capable. */
  readonly faults: readonly Fault[];
  /** From now on; undefined: no more. */
  fail(fault: Fault | undefined): void;
};
