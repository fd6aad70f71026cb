import { css } from 'lit';
import { listStyles } from './list-styles.js';
import { pageStyles } from './page-styles.js';
import { dress } from './portal-styles.js';
import { partStyles, settingsStyles } from './settings-styles.js';

// What a form with a few fields has none of: texts, lists, sections, dialogs, and tags in one another.
dress(css`${listStyles} ${pageStyles} ${settingsStyles}`, partStyles);
