import { expect } from '@open-wc/testing';
import { dateOrder, exampleDate } from '../../src/forms/date-field.js';

describe('a date', () => {
  for (const [language, order, example] of [
    ['en', 'month day year', '3\u00a027\u00a01980'],
    ['en-GB', 'day month year', '27\u00a03\u00a01980'],
    ['es', 'day month year', '27\u00a03\u00a01980'],
    ['ja', 'year month day', '1980\u00a03\u00a027'],
    ['ar', 'day month year', '27\u00a03\u00a01980'],
    ['fa', 'year month day', '1980\u00a03\u00a027'],
  ] as const)
    it(`is asked for as ${order} in ${language}`, () => {
      expect(dateOrder(language).join(' ')).to.equal(order);
      expect(exampleDate(language)).to.equal(example);
    });
});
