import test from 'ava';
import { testPassages } from '../../contracts/passages.ts';
import { createEmbeddedStore } from '../../support/embedded-store.ts';

testPassages(test, createEmbeddedStore);
