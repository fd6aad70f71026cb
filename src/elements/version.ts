/** The version of the package, to tell two copies on a page apart. */
export const VERSION = '0.1.0';
