/**
 * Suites that say whether an adapter or a store of your own is right, for whatever test runner you have.
 *
 * @module
 */
export type { AdapterCase, Covered, Group } from './adapter/adapter-case.js';
export type { AdapterUnderTest, HttpUnderTest, Invited, Invitee } from './adapter/adapter-under-test.js';
export { ConformanceError, type Rule } from './adapter/conformance-error.js';
export { adapterCases, adapterSuite, tryCases, type CaseResult, type DeclareTest } from './adapter-suite.js';
export { cookieFetch, httpBackend, httpClient, type Jar } from './http-client.js';
export { storeSuite, type StoreSuiteOptions } from './store-suite.js';
