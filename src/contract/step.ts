import * as z from './zod.js';

/** Where a person goes next. The server names it, the page leads there. */
export const stepSchema = z.enum(['create-account', 'consent', 'landing', 'log-in']);

export type Step = z.infer<typeof stepSchema>;

/** An answer that says nothing but where to go next. */
export const nextStep = z.object({ step: stepSchema });
