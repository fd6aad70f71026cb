/** A sentence for whoever typed the command or set the variable: what can't be done as it was asked. */
export class UsageError extends Error {
  override name = 'UsageError';
}
