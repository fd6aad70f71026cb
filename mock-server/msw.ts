import { http, HttpResponse, type HttpHandler } from 'msw';
import { MOCK_BASE_PATH } from './base-path.js';
import { createMockBackend, type MockBackend } from './create-mock-backend.js';
import type { Scenario, ScenarioName } from './scenarios.js';

/**
 * One MSW handler that answers the whole API from a mock backend, in a browser or in Node.
 *
 * @param world a scenario, or a backend that was started already
 * @param basePath where the page expects the API
 */
export function mockPortal(world: ScenarioName | Scenario | MockBackend, basePath = MOCK_BASE_PATH): HttpHandler {
  const started = typeof world === 'object' && 'handler' in world ? Promise.resolve(world) : createMockBackend(world);
  return http.all(`*${basePath}/*`, async ({ request }) => {
    const { handler } = await started;
    const url = new URL(request.url);
    url.pathname = url.pathname.replace(basePath, MOCK_BASE_PATH);
    try {
      return await handler(new Request(url, request));
    } catch {
      return HttpResponse.error();
    }
  });
}
