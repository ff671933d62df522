/**
 * Checks the imports of src/ against the layers and for cycles; exit status 1 when something is forbidden.
 *
 *     bun scripts/check-imports.ts [ROOT]
 */
import { join, resolve } from "node:path";

import { checkTree } from "./imports/check-tree.ts";

const root = resolve(process.argv[2] ?? join(import.meta.dir, ".."));
const { files, imports, faults } = checkTree(root);
for (const fault of faults) console.error(fault);
console.error(`${imports} imports of ${files} files, ${faults.length} forbidden`);
if (files === 0 || faults.length > 0) process.exitCode = 1;
