#!/usr/bin/env node
import { tellMissing } from './missing-package.js';

// By itself, since nothing can be said of a package that is missing where it was to be imported.
try {
  await import('./command-line.js');
} catch (error) {
  const told = tellMissing(error);
  if (!told) throw error;
  process.stderr.write(`${told}\n`);
  process.exitCode = 1;
}
