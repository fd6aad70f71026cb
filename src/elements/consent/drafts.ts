import type { ConsentDocument } from '../../contract/consent.js';
import type { FlowController } from '../../forms/flow-controller.js';
import { whoIsLoggedIn } from '../../forms/ask.js';
import type { Portal } from '../../forms/portal.js';
import { drop, keep, kept, ownerOf } from '../../forms/tab-storage.js';
import { putBack, readGiven, type Given } from './questions.js';

type Text = Pick<ConsentDocument, 'version' | 'language'>;

/** What was filled in and not sent yet. */
interface Draft extends Given, Text {}

const PREFIX = 'consent:';

/**
 * What of the answers to one text holds for another: all but the acknowledgements. "I have read this" was said of the
 * text that was there then.
 */
export function carriedOver(given: Given, from: Text, to: Text): Given {
  if (from.version === to.version && from.language === to.language) return given;
  const answers = Object.fromEntries(Object.entries(given.answers).filter(([, answer]) => answer !== true));
  return { answers, signature: given.signature };
}

/** Forgets what was kept for a document. */
export const dropDraft = (documentId: string): void => drop(PREFIX + documentId);

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
    this.#owner = whoIsLoggedIn(portal).then((session) => ownerOf(session?.account.username));
  }

  /** Keeps what the form holds now. */
  keep({ documentId, version, language, questions }: ConsentDocument): void {
    const draft: Draft = { ...readGiven({ questions }, this.#flow.values), version, language };
    void this.#owner?.then((owner) => keep(PREFIX + documentId, owner, draft));
  }

  /** Puts into a fresh form what was kept for its document, unless something was typed meanwhile. */
  async bringBack(document: ConsentDocument): Promise<void> {
    const draft = kept<Draft>(PREFIX + document.documentId, (await this.#owner) ?? '');
    await this.#flow.host.updateComplete;
    const { form, state, values } = this.#flow;
    if (!draft || !form || !('document' in state) || state.document !== document) return;
    const { answers, signature } = readGiven(document, values);
    if (!signature && Object.keys(answers).length === 0) putBack(form, document, carriedOver(draft, draft, document));
  }
}
