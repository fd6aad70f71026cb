import { isSafeHref } from './fields/safe-href.js';
import * as z from './zod.js';

export { isSafeHref };

const text = z.string().check(z.maxLength(20_000));

const inline = z.union([
  text,
  z.strictObject({ strong: text }),
  z.strictObject({ text, href: z.string().check(z.maxLength(2_000), z.refine(isSafeHref)) }),
]);

/** A paragraph-sized piece of text as data: it is never HTML, so no page has to clean it. */
export const blockSchema = z.union([
  z.strictObject({ type: z.enum(['heading', 'paragraph']), content: z.array(inline) }),
  z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(inline)) }),
]);

/** Words, strong words, or a link. */
export type Inline = string | { strong: string } | { text: string; href: string };

/** A heading, a paragraph or a list. */
export type Block = z.infer<typeof blockSchema>;
