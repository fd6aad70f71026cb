/**
 * Suites that say whether an adapter or a store of your own is right, for whatever test runner you have.
 *
 * @module
 */
export type { AdapterCase, AdapterUnderTest } from './adapter/adapter-case.js';
export { adapterCases, adapterSuite, type DeclareTest } from './adapter-suite.js';
export { httpClient } from './http-client.js';
export { storeSuite } from './store-suite.js';
