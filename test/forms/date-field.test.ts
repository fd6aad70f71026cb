import { expect } from '@open-wc/testing';
import { dateOrder, exampleDate } from '../../src/forms/date-field.js';

describe('a date', () => {
  for (const [language, order, example] of [
    ['en', 'month day year', '3 27 1980'],
    ['en-GB', 'day month year', '27 3 1980'],
    ['es', 'day month year', '27 3 1980'],
    ['ja', 'year month day', '1980 3 27'],
    ['ar', 'day month year', '27 3 1980'],
    ['fa', 'year month day', '1980 3 27'],
  ] as const)
    it(`is asked for as ${order} in ${language}`, () => {
      expect(dateOrder(language).join(' ')).to.equal(order);
      expect(exampleDate(language)).to.equal(example);
    });
});
