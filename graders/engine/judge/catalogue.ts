// Diagnosis by trace: names the misconception whose known wrong answers failed in just this way.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { BY_PROGRAM, possible } from "../../kit/mistakes/slips.ts";
import type { Plain } from "../../trace/plain.ts";
import { shapeName } from "../../trace/shape.ts";
import type { Trace } from "../../trace/trace.ts";
import { EngineError } from "../errors.ts";
import type { CheckVerdict } from "../types.ts";
import { ownError } from "./own-errors.ts";

/** What is known of how wrong answers fail one check. Made by `npm run catalogue`. */
export interface KnownFailures {
  /** The misconceptions that the check is there for: those of the wrong answers that name it. */
  about: string[];
  /** The misconceptions whose wrong answers fail it, whatever it is there for -> what graders name there, with blanks between. */
  seen: Record<string, string>;
  /** Misconception -> names of the shapes that its answers alone have, with blanks between. */
  shapes: Record<string, string>;
  /** The generated inputs at which the wrong answers' runs ended, each as JSON of its plain form. */
  inputs: string[];
}

/** By the checks' ids. */
export type Catalogue = Record<string, KnownFailures>;

/** The seed that the catalogue's recordings were made with: a student's own. */
export const CATALOGUE_SEED = 1;

/** The misconception of calls that are right one by one. */
const MEETING = "shared-state";

const FOLDER = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "catalogue");

/** What is known of the exercise `id`; empty if nothing is. Throws EngineError if it cannot be understood. */
export function readCatalogue(id: string, folder = FOLDER): Catalogue {
  let text: string;
  try {
    text = readFileSync(join(folder, `${id}.json`), "utf8");
  } catch {
    return {};
  }
  try {
    return JSON.parse(text) as Catalogue;
  } catch {
    throw new EngineError(
      `graders/catalogue/${id}.json is damaged. Get it back: git checkout graders/catalogue`,
    );
  }
}

/** The exercise's verdicts with the misconceptions that its grader and the catalogue together name. Pure. */
export function diagnosed(verdicts: readonly CheckVerdict[], catalogue: Catalogue): CheckVerdict[] {
  const names = verdicts.map(({ id, outcome, trace, misconception, certain }) => {
    const known = catalogue[id];
    if (outcome === "passed" || certain || !trace || !known) return misconception;
    const others = verdicts.filter((other) => other.id !== id).map((other) => other.misconception);
    const found = misconceptionOf(trace, known);
    const can = found !== undefined && (possible[found]?.(trace) ?? true);
    // What only the program tells, the judge has told somewhere: a shape alone is somebody else's.
    const told = can && (!BY_PROGRAM.has(found) || others.includes(found));
    return agreed(misconception, told ? found : undefined, known, others);
  });
  const causes = withoutConsequences(
    names.map((name, index) => ({ name, known: catalogue[verdicts[index]!.id] })),
  );
  return verdicts.map(({ misconception: _, ...verdict }, index) => {
    const misconception = causes[index];
    return misconception === undefined ? verdict : { ...verdict, misconception };
  });
}

/** The misconception whose answers alone failed in a run of this shape; undefined if it is nobody's or several ones'. */
export function misconceptionOf(trace: Trace, known: KnownFailures): string | undefined {
  // Any slip of the pen may end in a TypeError: the shape does not tell which.
  if (ownError(trace)) return undefined;
  const name = shapeName(trace);
  return Object.entries(known.shapes).find(([, names]) => names.split(" ").includes(name))?.[0];
}

/**
 * The shape is the better witness of the two, but in what the check is there for the grader knows more than it: unless
 * the grader itself names in another check what the shape shows, since here is then what follows from that. `others`:
 * what graders name in the exercise's other failed checks.
 */
export function agreed(
  named: string | undefined,
  found: string | undefined,
  { about }: Pick<KnownFailures, "about">,
  others: readonly (string | undefined)[] = [],
): string | undefined {
  if (found === undefined || found === named) return named;
  return named !== undefined && about.includes(named) && !others.includes(found) ? named : found;
}

/**
 * One cause has one name: the first. What a later check has another name for follows from it, where answers with that
 * mistake are known to fail that check: but for what the check is there for, unless they are known to be called so there.
 * And what is wrong in a call by itself also shows later, where calls meet, and says nothing of what they share. By an
 * exercise's checks, in their order.
 */
export function withoutConsequences(
  all: readonly {
    name: string | undefined;
    known?: Pick<KnownFailures, "about" | "seen"> | undefined;
  }[],
): (string | undefined)[] {
  const place = all.findIndex(({ name }) => name !== undefined && name !== MEETING);
  const first = all[place]?.name;
  return all.map(({ name, known }, index) => {
    if (name === undefined || first === undefined || name === first) return name;
    const named = known?.seen[first];
    const follows = named !== undefined && (!known!.about.includes(name) || named.split(" ").includes(name));
    return (name === MEETING && index > place) || follows ? undefined : name;
  });
}

/** The inputs at which the wrong answers' runs ended. */
export function knownInputs({ inputs }: KnownFailures): Plain[] {
  return inputs.map((input) => JSON.parse(input) as Plain);
}
