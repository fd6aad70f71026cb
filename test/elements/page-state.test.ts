import { aTimeout, expect } from '@open-wc/testing';
import { forget, fromAddress, onAddress } from '../../src/adapter/page-state.js';

const state = (): Record<string, unknown> => (history.state ?? {}) as Record<string, unknown>;

describe('what the address of the page carries', () => {
  afterEach(() => {
    for (const kind of ['code', 'reset', 'confirm'] as const) forget(kind);
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('is read once, and taken out; only the code is kept for a reload', async () => {
    const query = location.search;
    history.replaceState({ mine: 1 }, '', `${query}#code=abc&reset=def&confirm=ghi&keep=1`);
    expect(fromAddress('code')).to.equal('abc');
    expect(fromAddress('reset')).to.equal('def');
    expect(fromAddress('confirm')).to.equal('ghi');
    expect(location.hash).to.equal('#keep=1');
    expect(location.search).to.equal(query);
    expect(state()).to.deep.equal({ mine: 1, portalCode: 'abc' });
    forget('code');
    expect(fromAddress('code')).to.equal(undefined);
    expect(state()).to.deep.equal({ mine: 1 });
    await aTimeout(0);
  });

  it('is replaced by what a later link carries, and by nothing else', async () => {
    fromAddress('code');
    let told = 0;
    const stop = onAddress(() => told++);
    location.hash = '#section';
    await aTimeout(30);
    expect(told).to.equal(0);
    location.hash = '#code=second';
    await aTimeout(30);
    expect(told).to.equal(1);
    expect(fromAddress('code')).to.equal('second');
    expect(location.hash).to.equal('');
    stop();
  });

  it('stays for a reload at another place of the page, until it is forgotten', async () => {
    location.hash = '#code=third';
    await aTimeout(30);
    expect(fromAddress('code')).to.equal('third');
    location.hash = '#main';
    await aTimeout(30);
    expect(location.hash).to.equal('#main');
    expect(state()).to.deep.equal({ portalCode: 'third' });
    forget('code');
    const back = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    history.back();
    await back;
    expect(location.hash).to.equal('');
    expect(fromAddress('code')).to.equal(undefined);
    expect(state()).to.deep.equal({});
  });
});
