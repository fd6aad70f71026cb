import type { MockBackend } from '../../../mock-server/create-mock-backend.js';
import { MOCK_PASSWORD, people } from '../../../mock-server/clinic.js';

/** The same person logs in once more, and comes back to the page. */
export async function logInAgain({ adapter }: MockBackend): Promise<void> {
  await adapter.logIn({ username: people.dana.email, password: MOCK_PASSWORD });
  const main = document.querySelector('main')!;
  main.replaceChildren(
    ...[...main.children].map((child) =>
      Object.assign(document.createElement(child.localName), { sections: 'contact' }),
    ),
  );
}
