import type { z } from 'zod';
import type { Principal } from '../identity/principal.ts';
import type { JobSpec } from './jobs.ts';

/**
 * A typed set of records. Defined once, next to the code that owns it; engines create what they need from it.
 * Names are `owner.plural`, for example "core.documents"; a plugin's collections start with its own name.
 */
export type Collection<T extends object> = {
  readonly name: `${string}.${string}`;
  /** Checked on every write and every read, so a record of an older shape is found, not half-understood. */
  readonly schema: z.ZodType<T>;
  /** Fields that queries filter or order by. A query on any other field is refused. */
  readonly indexes: readonly CollectionIndex<T>[];
};

export type CollectionIndex<T> = {
  readonly fields: readonly (keyof T & string)[];
  /** No two records of a workspace agree in all these fields. A null field takes part in no clash. */
  readonly unique?: boolean;
};

/** A record as it is stored: its value, its id within workspace and collection, and its revision for safe updates. */
export type Stored<T extends object> = {
  readonly id: string;
  /** 1 when inserted, one more with each update. */
  readonly revision: number;
  readonly value: T;
};

export type Scalar = string | number | boolean | null;

/**
 * A field's condition: equal to a scalar, one of several, or within bounds. All conditions must hold.
 * An absent field is null; null lies within no bounds. The values of one field are of one type, or null.
 */
export type Where<T> = {
  readonly [K in keyof T]?:
    | Scalar
    | { in: readonly Scalar[] }
    | { gte?: Scalar; gt?: Scalar; lte?: Scalar; lt?: Scalar };
};

export type RecordQuery<T extends object> = {
  readonly where?: Where<T>;
  /**
   * One indexed field, null before everything else; ties are broken by id in the same direction, so that paging is
   * exact: what is there throughout is seen once, whatever else comes and goes. Default: by id, ascending.
   */
  readonly orderBy?: { field: keyof T & string; direction: 'asc' | 'desc' };
  /** 1 to 1000, default 100. */
  readonly limit?: number;
  /** `next` of the page before, opaque. Throws `invalid_input` for one of a query in another order. */
  readonly after?: string;
};

export type RecordPage<T extends object> = {
  readonly items: readonly Stored<T>[];
  /** Present while there is more. */
  readonly next?: string;
};

/** One change of a commit. An update or remove with a revision fails the whole commit when the record has another. */
export type Write =
  | { readonly type: 'insert'; readonly collection: Collection<never>; readonly id: string; readonly value: object }
  | {
      readonly type: 'update';
      readonly collection: Collection<never>;
      readonly id: string;
      readonly revision: number;
      readonly value: object;
    }
  | {
      readonly type: 'remove';
      readonly collection: Collection<never>;
      readonly id: string;
      readonly revision?: number;
    };

export type Commit = {
  /** Applied in this order. */
  readonly writes: readonly Write[];
  /** Enqueued in the same transaction (the outbox): a state change and the work it causes are never apart. */
  readonly jobs?: readonly JobSpec[];
};

/**
 * Records of every kind but passages and blobs. Reads see the latest commit of this process.
 * Called by core services and by plugins that need `records`; a plugin reaches only its own collections.
 */
export type Records = {
  /** undefined where there is none in the principal's workspace. */
  get<T extends object>(principal: Principal, collection: Collection<T>, id: string): Promise<Stored<T> | undefined>;
  find<T extends object>(
    principal: Principal,
    collection: Collection<T>,
    query?: RecordQuery<T>,
  ): Promise<RecordPage<T>>;
  count<T extends object>(principal: Principal, collection: Collection<T>, where?: Where<T>): Promise<number>;
  /**
   * All of it or nothing. Throws `conflict` when a revision differs, an inserted id exists, an updated id is gone,
   * or a unique index is hit. Removing what is not there is not an error. A batch, not an open transaction:
   * it holds no lock while the caller thinks, and both engines run it in one round trip.
   */
  commit(principal: Principal, commit: Commit): Promise<void>;
};

export const insert = <T extends object>(collection: Collection<T>, id: string, value: T): Write => ({
  type: 'insert',
  collection: collection as unknown as Collection<never>,
  id,
  value,
});

export const update = <T extends object>(collection: Collection<T>, stored: Stored<T>, value: T): Write => ({
  type: 'update',
  collection: collection as unknown as Collection<never>,
  id: stored.id,
  revision: stored.revision,
  value,
});

export const remove = <T extends object>(collection: Collection<T>, id: string, revision?: number): Write => ({
  type: 'remove',
  collection: collection as unknown as Collection<never>,
  id,
  ...(revision === undefined ? {} : { revision }),
});
