// What React 18 and React 19 do alike: attributes by their names, the element by a ref, its events by a listener.
import 'portal-elements/login.js';
import 'portal-elements/react';
import type { PortalLogin, PortalLoggedInEvent } from 'portal-elements';
import { StrictMode, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { adapter } from './adapter.js';
import { Heard } from './heard.js';

function App() {
  const login = useRef<PortalLogin>(null);
  const [told, tell] = useState('');
  useEffect(() => {
    const element = login.current!;
    element.adapter = adapter;
    const stay = (event: PortalLoggedInEvent): void => {
      event.preventDefault();
      tell(`Hello from ${event.type}`);
    };
    element.addEventListener('portal-logged-in', stay);
    return () => element.removeEventListener('portal-logged-in', stay);
  }, []);
  return (
    <>
      <portal-login ref={login} id="login" class="card" heading-level={1} next="/elsewhere">
        <p slot="help">Ask us</p>
      </portal-login>
      <p id="told">{told}</p>
      <Heard />
    </>
  );
}

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

export const wrong = (
  <>
    {/* @ts-expect-error There is no such tag. */}
    <portal-logout />
    {/* @ts-expect-error It has no such attribute. */}
    <portal-login nxet="/elsewhere" />
    {/* @ts-expect-error An adapter is no text. */}
    <portal-login adapter="/api/portal" />
    {/* @ts-expect-error A ref of another element. */}
    <portal-login ref={(element: HTMLInputElement | null) => void element} />
  </>
);
