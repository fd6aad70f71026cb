import type { StoryObj } from '@storybook/web-components-vite';
import { scenarios, type Fault, type ScenarioName } from '../mock-server/index.js';
import type { OperationName, PortalErrorCode } from '../src/contract/index.js';
import { story, type Acts, type More, type Shown } from './support.js';

/** How somebody brings an element to call an operation. */
interface Way extends Pick<More, 'args' | 'render' | 'before'> {
  in: ScenarioName;
  /** What goes well before anything fails. */
  first?: Acts;
  acts?: Acts;
}

/** Makes the stories of an element in which something fails: one way to each operation, and by it to all of its errors. */
export const failing =
  (ways: Partial<Record<OperationName, Way>>) =>
  (shows: Shown, { says, details }: Pick<More, 'says'> & Pick<Fault, 'details'> = {}): StoryObj => {
    const [operation, code] = shows.split(': ') as [OperationName, PortalErrorCode | 'pending'];
    const { in: name, first, acts, ...more } = ways[operation]!;
    const fault: Fault = { kind: code === 'pending' ? 'hanging' : code, operations: [operation], details };
    const about = code === 'pending' ? `\`${operation}\` is under way.` : `\`${operation}\` ends in \`${code}\`.`;
    return story(
      { ...scenarios[name], ...(!first && { fault }) },
      async (person, context, backend) => {
        await first?.(person, context, backend);
        backend.fault = fault;
        await acts?.(person, context, backend);
      },
      { ...more, about, shows, says },
    );
  };
