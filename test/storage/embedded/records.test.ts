import test from 'ava';
import { testRecords } from '../../contracts/records.ts';
import { createEmbeddedStore } from '../../support/embedded-store.ts';

testRecords(test, createEmbeddedStore);
