/**
 * The store can't be opened, or doesn't answer. The message is a sentence for whoever runs the server and names no
 * secret; `cause` is what the driver said.
 */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}
