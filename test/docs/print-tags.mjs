// Prints docs/tags.md anew from custom-elements.json, after `npm run build`: `node test/docs/print-tags.mjs`.
import { tsImport } from 'tsx/esm/api';

const { writeTagDocument } = await tsImport('../support/tag-document.ts', import.meta.url);
writeTagDocument();
