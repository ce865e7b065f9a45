// The lists of mutants that no grader can tell from the right answer: solutions/NN-slug/equivalent-mutants.json.
import { join } from "node:path";
import * as v from "valibot";
import { UsageError } from "../../lib/usage-error.ts";
import { type Fact, fact } from "./facts.ts";
import { type ExercisePieces, readText } from "./project-files.ts";

/** Beside the exercise's reference solution. */
export const EQUIVALENTS = "equivalent-mutants.json";

const Text = v.pipe(v.string(), v.trim(), v.nonEmpty("it is empty"));
const Entry = v.strictObject({
  /** The source line in which the change begins, without the blanks around it. */
  line: Text,
  /** The text that is changed, and what stands there instead; each run of blanks and line ends is one blank. */
  original: Text,
  replacement: v.string(),
  /** Which one, from 1, of several in the file that are alike in all that. */
  nth: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  /** Why nothing that the README promises differs. */
  reason: Text,
});
const List = v.record(v.string(), v.array(Entry));

export type Equivalent = v.InferOutput<typeof Entry>;

const SHAPE =
  'It holds { "FILE.ts": [{ "line", "original", "replacement", "reason" }] }, as npm run mutants prints it.';

/**
 * The exercise's list, by file (`three-apis.ts`, `also-correct/x.ts`). Empty if it has none. Throws a UsageError if it
 * cannot be read, or names a file that is not there.
 */
export function readEquivalents(
  root: string,
  { id, entry, alsoCorrect }: Pick<ExercisePieces, "id" | "entry" | "alsoCorrect">,
): Record<string, Equivalent[]> {
  const path = `solutions/${id}/${EQUIVALENTS}`;
  const text = readText(join(root, path));
  if (text === undefined) return {};
  const result = v.safeParse(List, parse(path, text));
  if (!result.success) {
    const [issue] = result.issues;
    throw new UsageError(`${path}: ${v.getDotPath(issue) ?? "the whole"}: ${issue.message}. ${SHAPE}`);
  }
  const files = [entry, ...alsoCorrect.map(({ name }) => name)];
  const stranger = Object.keys(result.output).find((name) => !files.includes(name));
  if (stranger === undefined) return result.output;
  throw new UsageError(`${path} names ${stranger}, which is no right answer. There are: ${files.join(", ")}`);
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path} is no JSON: ${(error as Error).message}. ${SHAPE}`);
  }
}

/**
 * That the list, if there is one, can be read, gives reasons, and is about lines that are there. Whether a mutant really
 * survives takes long to find out: that is for npm run mutants.
 */
export function equivalentsFacts(root: string, exercise: ExercisePieces): Fact[] {
  if (readText(join(root, `solutions/${exercise.id}/${EQUIVALENTS}`)) === undefined) return [];
  return [fact(`${exercise.id}: its equivalent mutants are listed with reasons`, problem(root, exercise))];
}

function problem(root: string, exercise: ExercisePieces): string | undefined {
  try {
    for (const [name, entries] of Object.entries(readEquivalents(root, exercise))) {
      const lines = (readText(join(root, "solutions", exercise.id, name)) ?? "").split("\n");
      const lost = entries.find(({ line }) => !lines.some((each) => each.trim() === line));
      if (lost)
        return `No line of ${name} is \`${lost.line}\`. Mend the entry, and run npm run mutants -- --only ${exercise.id.slice(0, 2)}`;
    }
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}
