import { addons } from 'storybook/manager-api';

// A tag, its errors and its parts are one thing to unfold, as the others are.
addons.setConfig({ sidebar: { showRoots: false } });
