// Prints the tables of docs/accessibility.md anew: `node test/accessibility/print-table.mjs`.
import { tsImport } from 'tsx/esm/api';

const { writeDocument } = await tsImport('../support/accessibility-table.ts', import.meta.url);
writeDocument();
