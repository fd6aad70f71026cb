// Prints docs/http.md and dist/openapi.json from the table of operations; a part of `npm run build`.
import { tsImport } from 'tsx/esm/api';

const { writeHttpDocuments } = await tsImport('../support/http-document.ts', import.meta.url);
writeHttpDocuments();
