// What people write when they mean an exercise: `3`, `03-three-apis`, `exercises/03`, `05-08`, `white`.
import { isAbsolute, relative, resolve, sep } from "node:path";
import { beltOf, belts } from "./belts.ts";
import { similarNames } from "./similar-names.ts";
import { UsageError } from "./usage-error.ts";

/** `three-apis` of `03-three-apis`. */
export function slugOf(id: string): string {
  return id.replace(/^\d+-/, "");
}

/** `03` of `03-three-apis`. */
export function numberOf(id: string): string {
  return id.slice(0, id.indexOf("-"));
}

/**
 * The exercises that a comma-separated list names, each once, in the order of `known` (ids such as `03-three-apis`,
 * sorted). A part is a number, an id, a slug, a path of one (`exercises/03-three-apis/`), a range (`05-08`) or a belt, of
 * which those are meant that exist. Throws a UsageError for what names no known exercise, and for a list of nothing.
 */
export function selectExercises(list: string, known: readonly string[]): string[] {
  const parts = list
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length === 0) throw new UsageError(`No exercise is named. ${whatExists(known)}`);
  const chosen = new Set(parts.flatMap((part) => selectPart(part, known)));
  return known.filter((id) => chosen.has(id));
}

/** The one exercise that `text` names, as in `selectExercises`. Throws a UsageError unless it is exactly one. */
export function selectExercise(text: string, known: readonly string[]): string {
  const [id, ...more] = selectExercises(text, known);
  if (more.length > 0)
    throw new UsageError(`"${text}" names ${more.length + 1} exercises; name one, such as ${id}.`);
  return id!;
}

/** The exercise in whose folder this is, for paths that a shell or an editor completes from wherever one stands. */
export function idOfPath(absolute: string, root: string, known: readonly string[]): string | undefined {
  const inside = relative(resolve(root, "exercises"), absolute);
  if (isAbsolute(inside)) return undefined;
  return known.find((id) => id === inside.split(sep)[0]);
}

function selectPart(part: string, known: readonly string[]): string[] {
  const name = bareName(part);
  const range = /^(\d+)-(\d+)$/.exec(name);
  if (range) return selectRange(part, byNumber(range[1]!, known), byNumber(range[2]!, known), known);
  const belt = belts.find((each) => each.name === name.toLowerCase());
  const found = belt
    ? known.filter((id) => beltOf(id) === belt)
    : known.filter((id) => id === name || slugOf(id) === name || id === byNumber(name, known));
  if (found.length === 0) throw unknown(part, known);
  return found;
}

function selectRange(
  part: string,
  from: string | undefined,
  to: string | undefined,
  known: readonly string[],
) {
  if (!from || !to) throw unknown(part, known);
  const [first, last] = [known.indexOf(from), known.indexOf(to)];
  if (first > last)
    throw new UsageError(`The range "${part}" runs backwards. Write the smaller number first.`);
  return known.slice(first, last + 1);
}

/** Without what a shell's completion puts around an exercise's name: `./exercises/03-x/x.ts` is `03-x`. */
function bareName(part: string): string {
  const path = part.replaceAll("\\", "/").replace(/\/+$/, "");
  const folder = path.replace(/(?<=[^/])\/[^/]+\.ts$/, "");
  return folder.replace(/^(\.\/)?(exercises\/)?/, "");
}

function byNumber(digits: string, known: readonly string[]): string | undefined {
  return /^\d+$/.test(digits)
    ? known.find((id) => Number.parseInt(id, 10) === Number.parseInt(digits, 10))
    : undefined;
}

function unknown(part: string, known: readonly string[]): UsageError {
  const names = belts.filter((belt) => known.some((id) => beltOf(id) === belt)).map(({ name }) => name);
  const meant = similarNames(bareName(part), known, names);
  const question = meant.length > 0 ? ` Did you mean ${meant.join(" or ")}?` : "";
  return new UsageError(`There is no exercise "${part}".${question} ${whatExists(known)}`);
}

function whatExists(known: readonly string[]): string {
  const names = belts.filter((belt) => known.some((id) => beltOf(id) === belt)).map(({ name }) => name);
  return `There are ${shortList(known)}; and the belts ${names.join(", ")}.`;
}

/** `01–05, 07` for the ids of 01 to 05 and 07: shorter than any list of names. */
export function shortList(ids: readonly string[]): string {
  const runs: string[][] = [];
  for (const id of ids) {
    const run = runs.at(-1);
    if (run && Number.parseInt(run.at(-1)!, 10) + 1 === Number.parseInt(id, 10)) run.push(id);
    else runs.push([id]);
  }
  return runs
    .map((run) => (run.length === 1 ? numberOf(run[0]!) : `${numberOf(run[0]!)}–${numberOf(run.at(-1)!)}`))
    .join(", ");
}
