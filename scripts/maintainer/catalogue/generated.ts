// Wrong answers that are made from right ones: solutions/NN-slug/generated.json says which, and what each fails.
import { join } from "node:path";
import * as v from "valibot";
import { numberOf } from "../../lib/exercise-ids.ts";
import { replaceFile } from "../../lib/replace-file.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { type Fact, fact } from "../evidence/facts.ts";
import { type ExercisePieces, GENERATED, readText, type Solution } from "../evidence/project-files.ts";
import { headerLine, type WrongHeader, wrongHeader } from "../evidence/wrong-header.ts";
import { type Variant, variantsOf } from "../mutants/variants.ts";

/** Right answer (`three-apis.ts`, `also-correct/x.ts`) -> variant (`throw-copy`, `side-branch 2`) -> what it fails. */
export type GeneratedList = Record<string, Record<string, WrongHeader>>;

const PREFIX = "// fails: ";
const Entry = v.pipe(
  v.string(),
  v.check(
    (text) => wrongHeader(PREFIX + text) !== undefined,
    'it is not like "CHECK (misconception-id); also: CHECK"',
  ),
  v.transform((text) => wrongHeader(PREFIX + text)!),
);
const List = v.record(v.string(), v.record(v.string(), Entry));

function pathOf(id: string): string {
  return `solutions/${id}/${GENERATED}`;
}

/** The exercise's list; empty if it has none. Throws a UsageError if it cannot be read. */
export function readGenerated(root: string, id: string): GeneratedList {
  const text = readText(join(root, pathOf(id)));
  if (text === undefined) return {};
  try {
    return v.parse(List, JSON.parse(text));
  } catch (error) {
    throw new UsageError(`${pathOf(id)} cannot be read: ${(error as Error).message}. ${remedy(id)}`);
  }
}

/** Writes the list, by answer and variant; resolves to whether it is another than before. */
export async function writeGenerated(root: string, id: string, list: GeneratedList): Promise<boolean> {
  const entries = Object.entries(list).map(([of, variants]) => {
    const lines = Object.entries(variants).map(([key, header]) => [
      key,
      headerLine(header).slice(PREFIX.length),
    ]);
    return [of, Object.fromEntries(lines)] as const;
  });
  const text = `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
  const before = readText(join(root, pathOf(id)));
  if (text === (before ?? "{}\n")) return false;
  await replaceFile(join(root, pathOf(id)), text);
  return true;
}

export function keyOf({ operator, nth }: Pick<Variant, "operator" | "nth">): string {
  return nth === 1 ? operator : `${operator} ${nth}`;
}

/** How a generated answer is called, as if it lay in a folder of its own beside `wrong/`. */
export function nameOf(of: string, key: string, { misconception }: WrongHeader): string {
  const base = of.split("/").at(-1)!;
  return `generated/${misconception}-${key.replace(" ", "-")}-of-${base}`;
}

/** A right answer's text by its name in the list. */
export function rightAnswers({ entry, reference, alsoCorrect }: ExercisePieces): Solution[] {
  return [...(reference === undefined ? [] : [{ name: entry, text: reference }]), ...alsoCorrect];
}

/**
 * The generated wrong answers, each with the first line that a file of it would have; and a fact, whether all that the
 * list names can be made. Of a list that cannot be, what can.
 */
export async function generatedAnswers(
  root: string,
  pieces: ExercisePieces,
): Promise<{ wrong: Solution[]; fact: Fact }> {
  const wrong: Solution[] = [];
  let problem: string | undefined;
  try {
    const list = readGenerated(root, pieces.id);
    const right = rightAnswers(pieces);
    for (const [of, listed] of Object.entries(list)) {
      const source = right.find(({ name }) => name === of);
      const variants = source ? await variantsOf(source.text) : [];
      for (const [key, header] of Object.entries(listed)) {
        const variant = variants.find((each) => keyOf(each) === key);
        if (variant)
          wrong.push({ name: nameOf(of, key, header), text: `${headerLine(header)}\n${variant.text}` });
        else
          problem ??= `${pathOf(pieces.id)} lists "${key}" of ${of}, and there is no such variant (any more). ${remedy(pieces.id)}`;
      }
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    problem = error.message;
  }
  return { wrong, fact: fact(`${pieces.id}: its generated wrong answers can be made`, problem) };
}

/** The list with what else each answer fails as it is now, by the answers' names; the others stay. */
export function withAlso(list: GeneratedList, also: ReadonlyMap<string, string[]>): GeneratedList {
  const entries = Object.entries(list).map(([of, listed]) => {
    const headers = Object.entries(listed).map(([key, header]) => {
      return [key, { ...header, also: also.get(nameOf(of, key, header)) ?? header.also }] as const;
    });
    return [of, Object.fromEntries(headers)] as const;
  });
  return Object.fromEntries(entries);
}

function remedy(id: string): string {
  return `Choose anew: npm run catalogue -- --only ${numberOf(id)} --generate`;
}
