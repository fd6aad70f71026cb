import { createHttpAdapter } from 'portal-elements/adapter';

/** One for the whole page, so that a tag hears what became of the session in another. */
export const adapter = createHttpAdapter({ baseUrl: '/api/returning' });
