// Prints src/adapter/answers.ts from the table of operations; a part of `npm run build`.
import { tsImport } from 'tsx/esm/api';

const { writeAnswers } = await tsImport('../support/print-answers.ts', import.meta.url);
await writeAnswers();
