import { DatabaseSync } from 'node:sqlite';
import { load } from 'sqlite-vec';
import type { Made } from './collection.ts';

/** The two queries that a search comes down to, as someone would write them without us. */
export type Bare = {
  add(documents: readonly Made[]): void;
  words(terms: readonly string[], limit: number, document?: number): unknown;
  nearest(vector: Float32Array, limit: number, document?: number): unknown;
  close(): void;
};

export const openBare = (file: string, dimensions: number): Bare => {
  const database = new DatabaseSync(file, { allowExtension: true });
  load(database);
  database.exec(`
    pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -16384; pragma temp_store = memory;
    create table passages (row integer primary key, document integer not null, text text not null);
    create index passages_document on passages (document);
    create virtual table words using fts5(text, content = 'passages', content_rowid = 'row', tokenize = 'porter unicode61');
    create virtual table vectors using vec0(vector float[${dimensions}]);
  `);
  const statements = {
    passage: database.prepare('insert into passages values (?, ?, ?)'),
    word: database.prepare('insert into words (rowid, text) values (?, ?)'),
    vector: database.prepare('insert into vectors (rowid, vector) values (?, ?)'),
    // By the function and not by the column "rank", which takes twice as long.
    words: database.prepare('select rowid, bm25(words) s from words where words match ? order by s limit ?'),
    wordsIn: database.prepare(
      `select rowid, bm25(words) s from words
        where words match ? and +rowid in (select row from passages where document = ?) order by s limit ?`,
    ),
    nearest: database.prepare('select rowid, distance from vectors where vector match ? and k = ?'),
    nearestIn: database.prepare(
      `select rowid, distance from vectors
        where vector match ? and k = ? and rowid in (select row from passages where document = ?)`,
    ),
  };
  let row = 0;
  return {
    add(documents) {
      database.exec('begin');
      for (const { number, passages, vectors } of documents) {
        for (const [index, { text }] of passages.entries()) {
          row += 1;
          statements.passage.run(row, number, text);
          statements.word.run(row, text);
          statements.vector.run(BigInt(row), bytesOf(vectors[index] ?? new Float32Array(dimensions)));
        }
      }
      database.exec('commit');
    },
    words(terms, limit, document) {
      const match = terms.map((term) => `"${term}"`).join(' OR ');
      return document === undefined
        ? statements.words.all(match, limit)
        : statements.wordsIn.all(match, document, limit);
    },
    nearest(vector, limit, document) {
      return document === undefined
        ? statements.nearest.all(bytesOf(vector), BigInt(limit))
        : statements.nearestIn.all(bytesOf(vector), BigInt(limit), document);
    },
    close: () => database.close(),
  };
};

const bytesOf = (vector: Float32Array): Uint8Array =>
  new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
