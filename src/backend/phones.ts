import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';
import { asciiDigits, trimmed } from '../contract/fields/text.js';
import type { Phones } from './ports.js';

/** Whether there are phone numbers of this country (ISO 3166, two letters). */
export const isPhoneRegion = (region: string): region is CountryCode => isSupportedCountry(region);

/** Parses phone numbers as libphonenumber does; a number counts when it is possible, whether or not it is assigned. */
export const phones: Phones = {
  parse(typed, region) {
    const text = asciiDigits(trimmed(typed));
    // Much of the world dials 00 where a region such as the US dials something else, and writes it down like that.
    return parseIn(text, region) ?? parseIn(text.replace(/^\s*0\s*0(?=\s*[1-9])/, '+'), region);
  },
};

function parseIn(text: string, region: string): string | undefined {
  const parsed = parsePhoneNumberFromString(text, {
    ...(isPhoneRegion(region) && { defaultCountry: region }),
    extract: false,
  });
  return parsed?.isPossible() ? parsed.number : undefined;
}
