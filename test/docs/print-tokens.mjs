// Prints the table of tokens of docs/theming.md anew: `node test/docs/print-tokens.mjs`.
import { tsImport } from 'tsx/esm/api';

const { writeTokens } = await tsImport('../support/token-table.ts', import.meta.url);
writeTokens();
