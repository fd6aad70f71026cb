import { describe, test } from 'node:test';
import { createMemoryStore } from '../../../src/backend/stores/memory-store.js';
import { storeSuite } from '../../../src/testing/store-suite.js';

describe('memory store', () => {
  storeSuite({ test, createStore: createMemoryStore, rounds: 3 });
});
