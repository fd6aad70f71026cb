/** What a figure should be. */
export interface Target {
  atLeast?: number;
  atMost?: number;
}

/** One figure as it was seen. */
interface Figure {
  name: string;
  value: number;
  unit: string;
  target: Target;
  holds: boolean;
}

const figures: Figure[] = [];

const shown = (value: number): string =>
  Number.isInteger(value) || Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) < 1 ? 3 : 1);

const told = ({ atLeast, atMost }: Target): string =>
  [atLeast !== undefined && `at least ${shown(atLeast)}`, atMost !== undefined && `at most ${shown(atMost)}`]
    .filter(Boolean)
    .join(', ');

const inLine = ({ name, value, unit, target, holds }: Figure): string => {
  const verdict = told(target) ? `  target ${told(target)}: ${holds ? 'holds' : 'MISSED'}` : '';
  return `  ${name.padEnd(60)} ${shown(value).padStart(8)} ${unit.padEnd(10)}${verdict}`;
};

/** Prints a figure, and keeps it for the summary where it has a target. */
export function tell(name: string, value: number, unit: string, target: Target = {}): void {
  const { atLeast = -Infinity, atMost = Infinity } = target;
  const figure = { name, value, unit, target, holds: value >= atLeast && value <= atMost };
  if (told(target)) figures.push(figure);
  console.log(inLine(figure));
}

/** Prints which targets hold. Nothing fails because something is slow. */
export function summarize(): void {
  const missed = figures.filter(({ holds }) => !holds);
  console.log(`\n${figures.length - missed.length} of ${figures.length} targets hold.`);
  if (missed.length > 0) console.log(`Missed:\n${missed.map(inLine).join('\n')}`);
}
