import { html, nothing, type TemplateResult } from 'lit';
import type { OpenSession } from '../../contract/account.js';
import { FlowController } from '../../forms/flow-controller.js';
import { moveFocus } from '../../forms/focus.js';
import { loading, submitButton } from '../../forms/form.js';
import '../../locale/en/settings.js';
import { deviceName, timeAgo } from './device.js';
import { listForm, offers, section } from './section.js';
import type { SettingsHost } from './settings-host.js';

/** Where the account is logged in, with a way to log out everywhere else. */
export class SessionsSection {
  readonly name = 'sessions';
  /** Whether it has begun to read them. */
  asked = false;
  readonly #host: SettingsHost;
  readonly #flow: FlowController<{ step: 'sessions'; sessions?: OpenSession[] }>;

  constructor(host: SettingsHost) {
    this.#host = host;
    this.#flow = new FlowController(host, { step: 'sessions' });
  }

  /** Reads them anew. */
  readonly open = async (): Promise<void> => {
    this.asked = true;
    const answer = await this.#flow.run('listSessions', {}, undefined, { again: this.open });
    if (answer) this.#flow.go({ step: 'sessions', sessions: answer.sessions });
  };

  render(): TemplateResult {
    const { headingLevel, portal } = this.#host;
    const { heading, hint, endOthers } = portal.words.settings.sessions;
    const flow = this.#flow;
    const { sessions } = flow.state;
    const others = sessions?.some(({ current }) => !current) && offers(portal.config, 'endOtherSessions');
    return section({
      id: flow.id,
      level: headingLevel + 1,
      heading,
      hint,
      content: listForm({
        flow,
        fields: sessions ? this.#list(sessions) : loading(flow),
        actions: others ? submitButton(flow, endOthers, 'portal-button') : nothing,
        send: this.#endOthers,
      }),
    });
  }

  #list(sessions: readonly OpenSession[]): TemplateResult {
    const { language, words } = this.#host.portal;
    const say = words.settings.sessions;
    const row = ({ current, lastSeenAt, userAgent }: OpenSession): TemplateResult => {
      const device = deviceName(userAgent, say);
      const now = device ? say.active(device) : say.activeNow;
      return html`<li class="portal-row">
        <div class="portal-row-text">
          <span class="portal-row-name">${current ? say.current : (device ?? say.unknown)}</span>
          <span class="portal-hint">${current ? now : say.lastActive(timeAgo(lastSeenAt, Date.now(), language))}</span>
        </div>
      </li>`;
    };
    const sorted = sessions.toSorted((a, b) => Number(b.current) - Number(a.current));
    return html`<ul class="portal-rows" role="list">
      ${sorted.map(row)}
    </ul>`;
  }

  readonly #endOthers = async (): Promise<void> => {
    const { sessions } = this.#flow.state;
    if (!(await this.#flow.run('endOtherSessions', {}))) return;
    this.#flow.go({ step: 'sessions', sessions: sessions?.filter(({ current }) => current) });
    this.#flow.tell((words) => words.settings.sessions.ended);
    this.#host.saved('sessions');
    // The button that was pressed is gone.
    await this.#host.updateComplete;
    moveFocus(this.#host, `#${this.#flow.id}-heading`);
  };
}
