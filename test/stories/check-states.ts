// Part of `npm run build-storybook`: a Storybook in which a state of an element is missing isn't built.
import { elements, missingStates, statesOf, storyCount } from './states.js';

const missing = missingStates();
if (missing.length > 0) {
  console.error(`${missing.join('\n')}\n\nGive it a story with \`shows: 'operation: error'\`, see stories/failing.ts.`);
  process.exit(1);
}
const wanted = [...elements().values()].flat().flatMap(statesOf).length;
console.log(`${storyCount()} stories; each of the ${wanted} states of the elements’ operations has one.`);
