// The only import of zod in browser code: the small build, told before the first schema exists that it must not compile
// code at run time. It would otherwise probe `new Function`, which a page with a strict CSP reports as a violation.
import { config } from 'zod/mini';

config({ jitless: true });

export * from 'zod/mini';
