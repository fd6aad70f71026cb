import { watchShifts } from './layout.mjs';

const PATIENCE = 30_000;

/** A page in which stories are told one after the other, in one language. */
export class StoryPage {
  /** What went wrong since the last story was asked for. */
  mistakes = [];
  /** The page itself. */
  page;

  #browser;
  #origin;
  #globals;

  /** @param globals what the toolbar says, such as `{ language: 'ar' }` */
  constructor(browser, origin, globals) {
    this.#browser = browser;
    this.#origin = origin;
    // The page's own run of axe is the designer's; here it is run by hand, in all color schemes.
    this.#globals = Object.entries({ ...globals, 'a11y.manual': '!true' })
      .map((pair) => pair.join(':'))
      .join(';');
  }

  /** Tells a story to its end; resolves to its parameters. */
  async tell(id) {
    this.mistakes = [];
    const select = this.page !== undefined;
    if (!select) await this.#open(id);
    const { errors, parameters } = await this.page.evaluate(
      ([id, select]) => window.storyEnd(id, select),
      [id, select],
    );
    this.mistakes.push(...errors);
    return parameters;
  }

  /** Leaves the page: the next story gets a new one. */
  async close() {
    await this.page?.context().close();
    this.page = undefined;
  }

  // In a context of its own, so that sessions, workers and messages between tabs don't go over to another page.
  async #open(id) {
    const context = await this.#browser.newContext({ viewport: { width: 375, height: 900 }, reducedMotion: 'reduce' });
    this.page = await context.newPage();
    this.page.on('pageerror', ({ message }) => this.mistakes.push(`page error: ${message}`));
    this.page.on('console', (message) => {
      // The browser itself writes this one for every refusal of the backend, and those belong to the stories.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.mistakes.push(`console: ${message.text()}`);
    });
    await this.page.addInitScript(listenToStorybook, PATIENCE);
    await this.page.addInitScript(watchShifts);
    const query = `viewMode=story&id=${encodeURIComponent(id)}&globals=${this.#globals}`;
    await this.page.goto(`${this.#origin}/iframe.html?${query}`);
  }
}

/** Runs in the page, before anything else: hears what Storybook's channel says about the end of a story. */
function listenToStorybook(patience) {
  let channel;
  let errors = [];
  const ends = new Map();
  const endOf = (id) => {
    if (!ends.has(id)) ends.set(id, Promise.withResolvers());
    return ends.get(id);
  };
  const failed = (id, error) => (errors.push(error), endOf(id).resolve());

  window.storyEnd = async (id, select) => {
    if (select) {
      errors = [];
      window.shifts();
      ends.delete(id);
      channel.emit('setCurrentStory', { storyId: id, viewMode: 'story' });
    }
    const tooLong = setTimeout(() => failed(id, 'it takes too long'), patience);
    await endOf(id).promise;
    clearTimeout(tooLong);
    const { shows, opensAddress } = window.__STORYBOOK_PREVIEW__?.currentRender?.story?.parameters ?? {};
    return { errors, parameters: { shows, opensAddress } };
  };

  const current = () =>
    window.__STORYBOOK_PREVIEW__?.currentRender?.id ?? new URL(location.href).searchParams.get('id');
  const listeners = {
    storyMissing: () => failed(current(), 'the story is missing'),
    storyErrored: ({ title, description }) => failed(current(), `${title}: ${description}`),
    storyThrewException: ({ message }) => failed(current(), `render: ${message}`),
    playFunctionThrewException: ({ message }) => errors.push(`play: ${message}`),
    unhandledErrorsWhilePlaying: (list) => errors.push(...list.map(({ message }) => `play: ${message}`)),
    storyFinished({ storyId, status }) {
      if (status === 'error' && errors.length === 0) errors.push('Storybook reports an error');
      endOf(storyId).resolve();
    },
  };
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set(given) {
      channel = given;
      for (const [event, listener] of Object.entries(listeners)) channel.on(event, listener);
    },
  });
}
