/**
 * For Web Test Runner: has Chromium's developer tools do what the runner's own commands can't, such as forced colors.
 * In an engine without them the command says that there is nothing.
 */
export function devToolsPlugin() {
  // One session for a page: what it has set ends with it.
  const sessions = new WeakMap();

  async function sessionOf(page) {
    if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
    return sessions.get(page);
  }

  return {
    name: 'dev-tools',
    async executeCommand({ command, payload: { method, params }, session: { browser, id } }) {
      if (command !== 'dev-tools') return undefined;
      try {
        return { result: await (await sessionOf(browser.getPage(id))).send(method, params) };
      } catch (error) {
        return { missing: String(error) };
      }
    },
  };
}
