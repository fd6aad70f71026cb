import type { Store } from '../../backend/ports.js';

/** Declares one case: it is given a store of its own. */
export type Case = (name: string, body: (store: Store) => Promise<void>) => void;

/** Declares the cases of one area; a race is a case that is run as many rounds as the suite was told. */
export type Cases = (test: Case, race: Case) => void;
