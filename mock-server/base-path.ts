/** Where the mock pretends that the API stands. */
export const MOCK_BASE_PATH = '/api/portal';
