// Prints the tables of docs/security.md anew: `node test/security/print-table.mjs`.
import { tsImport } from 'tsx/esm/api';

const { writeDocument } = await tsImport('../support/security-table.ts', import.meta.url);
writeDocument();
