// What play is made of, as it lies on the disk. A session that has loaded it answers no more once it is another.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Of which there is nothing in what play prints. */
const OTHERS = new Set([
  "testing",
  "hostile",
  "conformance",
  "catalogue",
  "maintainer",
  "teacher",
  "browser",
]);

/** Name, size and date of each file: to read them all would take as long as many a run. `root`: of a clone, or an edition. */
export function sourcesIn(root: string): string {
  const installed = join(root, "node_modules", ".package-lock.json");
  const files = ["graders", "scripts"].flatMap((folder) => filesIn(join(root, folder)));
  return [installed, ...files].map(asItIs).join("\n");
}

function filesIn(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return OTHERS.has(entry.name) ? [] : filesIn(path);
    return /(?<!\.test)\.(m?[jt]s|json|br)$/.test(entry.name) ? [path] : [];
  });
}

/** An edition has no scripts. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function asItIs(path: string): string {
  const { size, mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {};
  return `${path} ${size} ${mtimeMs}`;
}
