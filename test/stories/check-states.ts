// Part of `npm run build-storybook`: a Storybook in which a state of an element is missing isn't built.
import { elements, missingStates, shownStates, statesOf } from './states.js';

const missing = missingStates();
if (missing.length > 0) {
  console.error(`${missing.join('\n')}\n\nGive it a story with \`shows: 'operation: error'\`, see stories/failing.ts.`);
  process.exit(1);
}
const wanted = [...elements().values()].flat().flatMap(statesOf).length;
const claimed = [...shownStates().values()].flat().length;
console.log(`All ${wanted} states of the operations have a story; ${claimed} stories show one.`);
