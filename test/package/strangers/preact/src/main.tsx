import 'portal-elements/login.js';
import 'portal-elements/preact';
import { createHttpAdapter } from 'portal-elements/adapter';
import type { PortalLogin } from 'portal-elements';
import { render } from 'preact';
import { useRef, useState } from 'preact/hooks';

const adapter = createHttpAdapter({ baseUrl: '/api/returning' });

function App() {
  const login = useRef<PortalLogin>(null);
  const [told, tell] = useState('');
  return (
    <>
      <portal-login
        ref={login}
        id="login"
        class="card"
        adapter={adapter}
        heading-level={1}
        next="/elsewhere"
        onportal-logged-in={(event) => {
          event.preventDefault();
          tell(`Hello from ${event.type}`);
        }}
      >
        <p slot="help">Ask us</p>
      </portal-login>
      <p id="told">{told}</p>
    </>
  );
}

render(<App />, document.querySelector('#root')!);

export const wrong = (
  <>
    {/* @ts-expect-error There is no such tag. */}
    <portal-logout />
    {/* @ts-expect-error It has no such attribute. */}
    <portal-login nxet="/elsewhere" />
    {/* @ts-expect-error An adapter is no text. */}
    <portal-login adapter="/api/portal" />
    {/* @ts-expect-error That event has no section. */}
    <portal-login onportal-step={({ section }) => section} />
  </>
);
