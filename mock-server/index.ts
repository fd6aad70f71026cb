/**
 * The reference backend in memory, for stories, prototypes and clients' own tests.
 *
 * @module
 */
export { MOCK_BASE_PATH } from './base-path.js';
export { MOCK_PASSWORD, people } from './clinic.js';
export { createMockBackend, type MockBackend } from './create-mock-backend.js';
export { mockPortal } from './msw.js';
export { codes, scenarios, type Fault, type Scenario, type ScenarioName } from './scenarios.js';
