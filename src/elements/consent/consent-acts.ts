import type { ConsentDocument } from '../../contract/consent.js';
import type { Input, Output } from '../../contract/operations.js';
import type { PortalError } from '../../contract/portal-error.js';
import type { Step } from '../../contract/step.js';
import { ask } from '../../forms/ask.js';
import type { FlowController, FormValues } from '../../forms/flow-controller.js';
import { moveFocus } from '../../forms/focus.js';
import type { Portal } from '../../forms/portal.js';
import '../../locale/en/consent.js';
import { DECLINING } from './consent-document.js';
import { carriedOver, dropDraft, Drafts } from './drafts.js';
import { explainRefusal, findMissing, putBack, readGiven } from './questions.js';

/** Where the consents are: the list, one document, or behind all of them. */
export type ConsentStep =
  | { step: 'list'; pending?: readonly ConsentDocument[] }
  | { step: 'document'; document: ConsentDocument; pending: readonly ConsentDocument[]; outdated?: boolean }
  | { step: 'done'; left: boolean };

type OpenStep = Extract<ConsentStep, { step: 'document' }>;
type Answer = Pick<Input<'answerConsent'>, 'decision' | 'answers' | 'signature'>;

/** What can be answered: what is open, and what was declined or withdrawn. */
const documentsOf = ({ pending, records }: Output<'listConsents'>): readonly ConsentDocument[] => [
  ...pending,
  ...records.flatMap(({ current }) => current ?? []),
];

/** What a person does with the consents: open one, go back, accept or decline, go on. */
export class ConsentActs {
  readonly #flow: FlowController<ConsentStep>;
  readonly #goOn: (step: Step) => void;
  readonly #drafts: Drafts;
  /** The language that was asked for last, and the one that what is here was read in. */
  #asked: string | undefined;
  #read: string | undefined;

  /** @param goOn called when nothing stands in the way any longer, with where to go */
  constructor(flow: FlowController<ConsentStep>, goOn: (step: Step) => void) {
    this.#flow = flow;
    this.#goOn = goOn;
    this.#drafts = new Drafts(flow);
  }

  /** Asks what is still to be answered, for the list. */
  async load(): Promise<void> {
    const flow = this.#flow;
    const { portal } = flow;
    flow.abort();
    const answer = await this.#list();
    if (!answer || flow.state.step !== 'list') return;
    this.#drafts.belongTo(portal);
    const { pending } = answer;
    // The settings lead to a single document. From that the person may go back to the list.
    const wanted = flow.state.pending ? null : new URLSearchParams(location.search).get('consent');
    const document = documentsOf(answer).find(({ documentId }) => documentId === wanted);
    if (document || pending.length > 0) {
      flow.go({ step: 'list', pending });
      return document && this.open(document);
    }
    if (flow.state.pending) return flow.go({ step: 'done', left: false });
    // Nothing was ever to be done here: nobody is led anywhere, not even the focus.
    flow.state = { step: 'done', left: false };
    flow.clear();
  }

  /** In another language the texts are other texts; a document that is open stays open. */
  async speak(portal: Portal): Promise<void> {
    const flow = this.#flow;
    const { language } = portal;
    if (this.#asked === undefined || this.#asked === language || flow.state.step === 'done') return;
    if (flow.state.step === 'list') return this.load();
    this.#asked = language;
    const list = await ask(portal, 'listConsents', {}).catch(() => undefined);
    const { state } = flow;
    if (!list || this.#asked !== language || state.step !== 'document') return;
    // An answer to the text that is shown is under way.
    if (flow.pending) return void (this.#asked = this.#read);
    this.#read = language;
    const document = documentsOf(list).find(({ documentId }) => documentId === state.document.documentId);
    if (document) await this.#replace(state, { step: 'document', document, pending: list.pending });
  }

  /** Keeps what is filled in so far. */
  readonly keep = (): void => {
    const { state } = this.#flow;
    if (state.step === 'document') this.#drafts.keep(state.document);
  };

  readonly open = (document: ConsentDocument): void => {
    const flow = this.#flow;
    if (flow.state.step !== 'list') return;
    flow.abort();
    // Where they haven't come in the language of the page, they are asked for once more.
    this.#asked = this.#read;
    flow.go({ step: 'document', document, pending: flow.state.pending ?? [] });
    void this.#drafts.bringBack(document);
  };

  readonly back = (): void => {
    const flow = this.#flow;
    if (flow.state.step !== 'document') return;
    const unsure = flow.pending || flow.error !== undefined;
    flow.abort();
    this.#asked = this.#read;
    const { pending } = flow.state;
    if (pending.length === 0) return this.#leave('landing', false);
    flow.go({ step: 'list', pending });
    if (unsure) void this.load();
  };

  /** What a submit of the list means: to try again, or to go on without the optional ones. */
  readonly goOn = (): unknown => {
    const { error, state } = this.#flow;
    if (state.step !== 'list') return;
    return error || !state.pending ? this.load() : this.#leave('landing', state.pending.length > 0);
  };

  readonly accept = (values: FormValues): unknown => {
    const flow = this.#flow;
    const { state } = flow;
    if (state.step !== 'document') return;
    flow.mark(DECLINING, false);
    this.keep();
    const { document } = state;
    const given = readGiven(document, values);
    const missing = findMissing(document, given);
    if (Object.keys(missing).length > 0) return flow.refuse(missing);
    const { answers, signature } = given;
    return this.#answer(state, { decision: 'accept', answers, ...(document.signature && { signature }) });
  };

  readonly decline = (): unknown => {
    const { pending, state } = this.#flow;
    if (pending || state.step !== 'document') return;
    this.#flow.mark(DECLINING, true);
    return this.#answer(state, { decision: 'decline', answers: {} }, this.decline);
  };

  async #list(): Promise<Output<'listConsents'> | undefined> {
    const { language } = this.#flow.portal;
    this.#asked = language;
    const list = await this.#flow.run('listConsents', {});
    if (list) this.#asked = this.#read = language;
    return list;
  }

  async #answer(state: OpenStep, given: Answer, again?: () => unknown): Promise<void> {
    const flow = this.#flow;
    const { documentId, language, title, version } = state.document;
    const input = { documentId, version, ...given };
    // What is recorded is the text that was shown, whatever language the page has come to speak since.
    // Noted here: where the page says by itself what has failed, the form doesn't.
    let failure: PortalError | undefined;
    const answer = await flow.run(
      'answerConsent',
      input,
      (error) => explainRefusal(state.document, (failure = error)),
      { again, language },
    );
    if (flow.state !== state) return;
    if (!answer) return this.#readAnew(state, failure);
    dropDraft(documentId);
    const others = state.pending.filter((document) => document.documentId !== documentId);
    if (answer.step !== 'consent') return this.#leave(answer.step, others.length > 0);

    const list = await this.#list();
    if (flow.state !== state) return;
    if (list?.pending.length === 0) return this.#leave('landing', false);
    const { error } = flow;
    flow.go({ step: 'list', pending: list?.pending ?? others });
    // The list is another form: what is said there is heard once its region is there.
    await flow.host.updateComplete;
    if (error) flow.fail(error);
    else flow.tell((words) => words.consent.answered(title));
  }

  // The text has changed under the person's hands: the new one is shown, what they answered stays.
  async #readAnew(state: OpenStep, error?: PortalError): Promise<void> {
    const { host, id } = this.#flow;
    if (error?.code !== 'consent_outdated') return;
    const document = error.document as ConsentDocument;
    const pending = state.pending.map((other) => (other.documentId === document.documentId ? document : other));
    await this.#replace(state, { step: 'document', document, pending, outdated: true });
    moveFocus(host, `#${id}-changed`);
  }

  async #replace(before: OpenStep, after: OpenStep): Promise<void> {
    const flow = this.#flow;
    const typed = readGiven(before.document, flow.values);
    flow.go(after);
    await flow.host.updateComplete;
    if (flow.form) putBack(flow.form, after.document, carriedOver(typed, before.document, after.document));
    this.keep();
  }

  #leave(step: Step, left: boolean): void {
    this.#flow.go({ step: 'done', left });
    this.#goOn(step);
  }
}
