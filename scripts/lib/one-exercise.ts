// The command line of the commands that are about one exercise.
import { resolve } from "node:path";
import { idOfPath, selectExercise } from "./exercise-ids.ts";
import { UsageError } from "./usage-error.ts";

export interface Place {
  /** The project's folder. */
  root: string;
  /** Where npm was called: what relative paths start from. */
  folder: string;
  /** The ids of all exercises, sorted. */
  known: string[];
  /** Also those whose folder may be gone. */
  recorded?: string[];
}

/** The exercise that the arguments of `npm run SCRIPT` name, or in whose folder it is called. Throws a UsageError unless they name exactly one. */
export function oneExercise(script: string, args: readonly string[], place: Place): string {
  const { root, folder, known, recorded = [] } = place;
  const option = args.find((arg) => arg.startsWith("-"));
  if (option) throw new UsageError(`There is no option ${option}. See: npm run ${script} -- --help`);
  const [arg, ...more] = args.map((each) => each.trim()).filter(Boolean);
  const here = arg === undefined ? idOfPath(folder, root, known) : undefined;
  if (here !== undefined) return here;
  if (arg === undefined || more.length > 0) throw new UsageError(`Name one exercise: npm run ${script} 03`);
  if (known.length === 0) throw new UsageError("There is no exercise in exercises/. Is this a whole clone?");
  const all = [...new Set([...known, ...recorded])].sort();
  const id = selectExercise(idOfPath(resolve(folder, arg), root, all) ?? arg, all);
  if (known.includes(id)) return id;
  throw new UsageError(`exercises/${id} is gone, or not whole. Get it back: git checkout -- exercises/${id}`);
}

/** Whether the arguments ask for help. */
export function wantsHelp(args: readonly string[]): boolean {
  return args.includes("--help") || args.includes("-h");
}
