/** The version of the package, to tell two copies on a page apart. */
export { VERSION } from '../contract/version.js';
