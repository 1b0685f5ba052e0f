import test from 'ava';
import { testBlobs } from '../../contracts/blobs.ts';
import { createEmbeddedStore } from '../../support/embedded-store.ts';

testBlobs(test, createEmbeddedStore);
