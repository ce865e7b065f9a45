// The child's entry: runs the scripts beside it, with what V8 compiled of them before, where that is kept.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { COMPILED, KEEP, SEAL } from "../protocol.ts";

const keeping = process.argv.indexOf(KEEP);
if (keeping > 0) process.on("exit", () => keep(process.argv[keeping + 1]!));

const kept = new Map<string, Script>();

/** Nothing that a script evaluates finds a loader by any form of import. */
function keptScript(name: string): Script {
  const path = join(__dirname, name);
  const cachedData = compiled(path);
  const script = new Script(readFileSync(path, "utf8"), {
    filename: name,
    ...(cachedData && { cachedData }),
  });
  if (keeping > 0) kept.set(name, script);
  return script;
}

/** V8 refuses what was made by another version, with other flags or of another script, and compiles. */
function compiled(path: string): Buffer | undefined {
  try {
    return readFileSync(path + COMPILED).subarray(SEAL);
  } catch {
    return undefined;
  }
}

/** Done at the end: by then what every child calls has been compiled. */
function keep(folder: string): void {
  for (const [name, script] of kept) writeFileSync(join(folder, name + COMPILED), script.createCachedData());
}

keptScript("program.js").runInThisContext()(require, keptScript);
