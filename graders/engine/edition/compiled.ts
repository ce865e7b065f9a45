// What V8 compiled of a child's scripts, beside them: compiling is a quarter of a child's start. It is no part of what is graded
// by: V8 takes it only for the very script, and where there is none it compiles.
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { crc32 } from "node:zlib";
import { COMPILED, KEEP, SEAL } from "../sandbox/protocol.ts";
import { nodeArguments } from "../sandbox/sandbox.ts";
import { write } from "./cache.ts";

/** To compile fewer exercises' scripts takes less time than to have them compiled beforehand. */
const MANY = 5;

/**
 * Has a child compile what is not kept yet of the program (its entry's path) and the scripts of these exercises, in which no
 * submission has been or will be. Never rejects: a child starts without as well.
 */
export async function keepCompiled(program: string, ids: readonly string[]): Promise<void> {
  const folder = dirname(program);
  const lacks = (name: string) => !isWhole(join(folder, `${name}.js${COMPILED}`));
  if (!["ses", "program"].some(lacks) && ids.filter(lacks).length < MANY) return;
  let made: string | undefined;
  try {
    made = mkdtempSync(join(folder, "compiled-"));
    // With its flags, which V8 compares.
    const args = [...nodeArguments(program, [`--allow-fs-write=${join(made, "*")}`]), KEEP, made];
    const running = promisify(execFile)(process.execPath, args, { env: {}, timeout: 60_000 });
    running.child.stdin!.on("error", () => {}).end(requests(ids));
    await running;
    for (const name of readdirSync(made)) write(join(folder, name), sealed(readFileSync(join(made, name))));
  } catch {
    // A folder that cannot be written, or a machine that is short of something.
  } finally {
    if (made) rmSync(made, { recursive: true, force: true });
  }
}

/** What every child does. */
function requests(ids: readonly string[]): string {
  const all = [{ kind: "probe" }, ...ids.map((exercise) => ({ kind: "load", exercise, code: "" }))];
  return all.map((request) => `${JSON.stringify({ ...request, id: "" })}\n`).join("");
}

/** V8 looks at what it is given no closer than at its length. */
function sealed(data: Buffer): Buffer {
  const seal = Buffer.alloc(SEAL);
  seal.writeUInt32LE(crc32(data));
  return Buffer.concat([seal, data]);
}

function isWhole(path: string): boolean {
  try {
    const content = readFileSync(path);
    return content.length > SEAL && content.equals(sealed(content.subarray(SEAL)));
  } catch {
    return false;
  }
}
