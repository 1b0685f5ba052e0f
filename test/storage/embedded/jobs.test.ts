import test from 'ava';
import { testJobs } from '../../contracts/jobs.ts';
import { createEmbeddedStore } from '../../support/embedded-store.ts';

testJobs(test, createEmbeddedStore);
