// React 19 alone sets properties and listens by itself; under React 18 a page shows nothing of this.
import type { PortalSession } from 'portal-elements';
import { version, useRef, useState } from 'react';
import 'portal-elements/session.js';
import { adapter } from './adapter.js';

export function Heard() {
  const session = useRef<PortalSession>(null);
  const [step, hear] = useState('');
  if (version.startsWith('18')) return null;
  return (
    <portal-session
      ref={session}
      adapter={adapter}
      onportal-logged-out={(event) => {
        event.preventDefault();
        hear(`Gone: ${event.reason}`);
      }}
      onportal-error={({ code, operation }) => console.info(code, operation)}
    >
      <button slot="logged-in" onClick={() => void session.current?.logOut()}>
        Leave
      </button>
      <span slot="logged-out">{step}</span>
    </portal-session>
  );
}

export const wrong = (
  // @ts-expect-error That event has no step.
  <portal-session onportal-logged-out={({ step }) => step} />
);
