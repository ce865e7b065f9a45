// Honest programs for attacks by programs: what costs much memory or stack is what a worn-out process fails first.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const ROOT = dirname(dirname(dirname(import.meta.dirname)));

/** The exercises that these classes hand in. */
export const exercises = ["01-first-await", "02-calling-vs-running", "03-three-apis"];

/** A file of an exercise's evidence: `wrong/sequential-await.ts`; its reference solution if none is named. */
export function evidence(exercise: string, file = `${exercise.slice(3)}.ts`): string {
  return readFileSync(join(ROOT, "solutions", exercise, file), "utf8");
}

const fetchAll = (body: string) =>
  evidence("03-three-apis").replace("  return Promise.all", `${body}\n  return Promise.all`);

export const honest = {
  right: evidence("03-three-apis"),
  sequential: evidence("03-three-apis", "wrong/sequential-await.ts"),
  floating: evidence("03-three-apis", "wrong/floating-rejection-later-ones.ts"),
  /** 8 MB in every run: right, and far below what is allowed. */
  hungry: fetchAll("  const table = new Array(1_000_000);\n  if (table.length === 0) throw table;"),
  deep: fetchAll("  const depth = (n: number): number => (n === 0 ? 0 : 1 + depth(n - 1));\n  depth(9_000);"),
  neverSettles: "export const fetchAllApis = () => new Promise(() => {});\n",
  unfinished: "export function fetchAllApis( {\n",
};
