// The type errors of one submission's exercises: those that are known, and those of the rest, all of it at once.
import type { ExerciseFiles } from "../../../graders/engine/types.ts";
import type { NewTypes } from "../gradebook/gradebook.ts";
import type { Remark } from "../remarks.ts";
import type { Typed } from "../types/checker.ts";
import { pointsOff } from "../types/cost.ts";
import type { Class } from "./grading.ts";

type HandedIn = ReadonlyMap<string, { hash: Buffer; files: ExerciseFiles }>;

/** `scores`: by exercise. Nothing is looked for where the teacher did not ask. */
export async function lookForTypes(
  { types, run }: Pick<Class, "types" | "run">,
  id: string,
  handedIn: HandedIn,
  scores: ReadonlyMap<string, number>,
): Promise<{ found: NewTypes[]; off: number; unchecked: Remark[] }> {
  if (!types) return { found: [], off: 0, unchecked: [] };
  const { checker, cost } = types;
  const taken = [...handedIn].flatMap(([exercise, { hash, files }]) =>
    "refused" in files ? [] : [{ exercise, hash, files, known: run.typesOf(hash, checker.version) }],
  );
  const left = taken.filter(({ known }) => !known);
  const looked = left.length > 0 ? await checker.check(left.map(({ files }) => files)) : [];
  const all = [
    ...taken.flatMap(({ known, ...each }) => (known ? [{ ...each, typed: known }] : [])),
    ...left.map((each, index) => ({ ...each, typed: looked[index]! })),
  ];
  const off = all
    .filter(({ typed }) => typed.count > 0)
    .reduce((sum, { exercise }) => sum + pointsOff(scores.get(exercise) ?? 0, cost), 0);
  return {
    found: left.flatMap(({ hash }, index) => {
      const found: Typed = looked[index]!;
      return found.unchecked === undefined ? [{ files: hash, checker: checker.version, found }] : [];
    }),
    off,
    unchecked: all.flatMap(({ exercise, typed }) =>
      typed.unchecked === undefined
        ? []
        : [{ id, exercise, text: `no types were checked: ${typed.unchecked}` }],
    ),
  };
}
