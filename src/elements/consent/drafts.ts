import type { ConsentDocument } from '../../contract/consent.js';
import type { FlowController } from '../../forms/flow-controller.js';
import { ask } from '../../forms/ask.js';
import type { Portal } from '../../forms/portal.js';
import { putBack, readGiven, type Given } from './questions.js';

type Text = Pick<ConsentDocument, 'version' | 'language'>;

/** What was filled in and not sent yet. */
interface Draft extends Given, Text {
  /** Whose it is: on a shared device the next person must not find it. */
  owner: string;
}

const PREFIX = 'portal-consent:';

// A page may be denied its storage, or it may be full; then nothing is kept, and nothing else is lost.
function quietly<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

// Names the account without telling who it is; `''` where that can't be found out.
async function nameOwner(portal: Portal): Promise<string> {
  const session = await ask(portal, 'readSession', {}).catch(() => undefined);
  // Only there in a secure context.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!session || !subtle) return '';
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(session.account.username));
  return [...new Uint8Array(digest).subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * What of the answers to one text holds for another: all but the acknowledgements. "I have read this" was said of the
 * text that was there then.
 */
export function carriedOver(given: Given, from: Text, to: Text): Given {
  if (from.version === to.version && from.language === to.language) return given;
  const answers = Object.fromEntries(Object.entries(given.answers).filter(([, answer]) => answer !== true));
  return { answers, signature: given.signature };
}

/** Forgets what was kept for a document; for all of them without one. */
export function dropDrafts(documentId?: string): void {
  quietly(() => {
    for (const key of Object.keys(sessionStorage))
      if (documentId === undefined ? key.startsWith(PREFIX) : key === PREFIX + documentId)
        sessionStorage.removeItem(key);
  });
}

/**
 * Keeps what was filled in below a document until it is answered, in this tab alone and for this account alone: it is
 * there again after a log-in in between.
 */
export class Drafts {
  readonly #flow: FlowController;
  #owner: Promise<string> | undefined;

  constructor(flow: FlowController) {
    this.#flow = flow;
  }

  /** Finds out whose drafts they are; another person may have logged in since. */
  belongTo(portal: Portal): void {
    this.#owner = nameOwner(portal);
  }

  /** Keeps what the form holds now. */
  keep({ documentId, version, language, questions }: ConsentDocument): void {
    const given = readGiven({ questions }, this.#flow.values);
    void this.#owner?.then((owner) => {
      const draft: Draft = { ...given, owner, version, language };
      quietly(() => sessionStorage.setItem(PREFIX + documentId, JSON.stringify(draft)));
    });
  }

  /** Puts into a fresh form what was kept for its document, unless something was typed meanwhile. */
  async bringBack(document: ConsentDocument): Promise<void> {
    const owner = await this.#owner;
    await this.#flow.host.updateComplete;
    const draft = quietly(
      () => JSON.parse(sessionStorage.getItem(PREFIX + document.documentId) ?? 'null') as Draft | null,
    );
    const { form, state, values } = this.#flow;
    if (!draft || draft.owner !== owner || !form || !('document' in state) || state.document !== document) return;
    const { answers, signature } = readGiven(document, values);
    if (!signature && Object.keys(answers).length === 0) putBack(form, document, carriedOver(draft, draft, document));
  }
}
