import { aTimeout, expect } from '@open-wc/testing';
import { Countdown, clockTime } from '../../src/forms/countdown.js';

const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};

describe('a countdown', () => {
  it('ends by itself, and says so once', async () => {
    let over = 0;
    const countdown = new Countdown(host, () => over++);
    countdown.start(1);
    expect(countdown.left).to.equal(1);
    await aTimeout(1_100);
    expect(countdown.left).to.equal(0);
    expect(over).to.equal(1);
  });

  it('can be stopped, and says nothing then', async () => {
    let over = 0;
    const countdown = new Countdown(host, () => over++);
    countdown.start(1);
    countdown.stop();
    await aTimeout(1_100);
    expect(over).to.equal(0);
  });

  it('reads as minutes and seconds', () => expect(clockTime(272)).to.equal('4:32'));
});
