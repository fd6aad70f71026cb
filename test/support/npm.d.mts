export function npmCommand(): string[];
