// The record of the stubs: what each exercise's file was before a student touched it.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { EngineError } from "../errors.ts";

export const STUBS = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "stubs.json");

/** Exercise id -> its stub's text. Empty without a record; throws EngineError if it cannot be understood. */
export function readStubs(path = STUBS): Record<string, string> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return {};
  }
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    throw new EngineError("graders/stubs.json is damaged. Get it back: git checkout graders/stubs.json");
  }
}

/** A repair exercise's stub is code with a mistake in it; every other says where to write with a TODO. */
export function isRepair(stub: string): boolean {
  return !/\/\/\s*TODO\b/.test(stub);
}
