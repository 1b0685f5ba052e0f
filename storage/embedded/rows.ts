import type { SQLOutputValue } from 'node:sqlite';
import { DossierError } from '../../core/errors/error.ts';

const unexpected = (): DossierError => new DossierError('store_damaged', { problem: 'a column has another type' });

export const text = (value: SQLOutputValue | undefined): string => {
  if (typeof value !== 'string') throw unexpected();
  return value;
};

export const number = (value: SQLOutputValue | undefined): number => {
  if (typeof value !== 'number') throw unexpected();
  return value;
};

export const json = (value: SQLOutputValue | undefined): unknown => {
  try {
    return JSON.parse(text(value));
  } catch {
    throw unexpected();
  }
};
