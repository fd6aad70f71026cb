import { common } from './en/common.js';
import { mergeMessages, type Messages, type PartialMessages } from './messages.js';

/** English, built in, so that the first field never waits for its words: as much of it as the tags of the page say. */
export const english = { ...common } as Messages;

/** Takes a part of English in. */
export const speak = (part: PartialMessages): void => void Object.assign(english, mergeMessages(english, part));
