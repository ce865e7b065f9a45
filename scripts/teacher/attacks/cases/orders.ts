// Random orders: parts of the class are graded before, by 1, 2 or 4 jobs, stopped and begun again, beside hostile ones or not.
import fc from "fast-check";
import type { Attack, Files } from "../attack.ts";
import { classes } from "../classes.ts";
import { neighbours } from "./neighbours.ts";

const honest: Files = classes.programs.files;
const students = [...new Set(Object.keys(honest).map((path) => path.split("/")[0]!))];

/** Those who leave most behind, and cost little time. */
const hostile = ["the registry of symbols", "traces without an end", "prototypes", "deep recursion"].map(
  (name) => neighbours.find((attack) => attack.name === `neighbours: ${name}`)!.files!,
);

const order = fc.record({
  /** Who is graded before, one after another. */
  before: fc.shuffledSubarray(students, { minLength: 2, maxLength: 4 }),
  neighbour: fc.option(fc.constantFrom(...hostile), { nil: undefined, freq: 2 }),
  /** Where the neighbours' names stand among the others'. */
  place: fc.constantFrom("", "b", "d", "z"),
  jobs: fc.constantFrom(1, 2, 4),
  stoppedAfter: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
});

function below(files: Files, who: string): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith(`${who}/`)));
}

export const orders: Attack[] = fc
  .sample(order, { seed: 10, numRuns: 6 })
  .map(({ before, neighbour, place, jobs, stoppedAfter }, index) => {
    const theirs = Object.entries(neighbour ?? {}).map(([path, text]) => [`${place}${path}`, text] as const);
    const files: Files = Object.fromEntries(theirs);
    return {
      name: `orders: ${index + 1}`,
      tries: `${before.join(", ")} before, ${jobs} at a time${stoppedAfter ? `, stopped after ${stoppedAfter}` : ""}, ${neighbour ? "beside" : "without"} neighbours`,
      in: "programs",
      files,
      earlier: before.map((who) => ({ ...below(honest, who), ...files })),
      ...(stoppedAfter && { stoppedAfter }),
      options: { jobs },
      quiet: true,
    };
  });
