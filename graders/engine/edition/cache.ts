// What is built once lies here, under names that hold the hash of what it is made of.
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { EngineError } from "../errors.ts";

export const CACHE = join(
  fileURLToPath(new URL("../../..", import.meta.url)),
  "node_modules",
  ".cache",
  "async-dojo",
);

/** Writes a file of the cache in one step. Throws EngineError if it cannot be. */
export function write(path: string, content: string | Uint8Array): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const temporary = `${path}.${process.pid}`;
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    throw new EngineError(
      `Cannot write ${path}: ${(error as Error).message}. Make the folder writable and try again.`,
    );
  }
}
