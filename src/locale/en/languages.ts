import { speak } from '../english.js';

export const languages = { label: 'Language' };

speak({ languages });
