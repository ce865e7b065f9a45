// One hint further: which it is, and what is printed.
import { numberOf } from "../../lib/exercise-ids.ts";
import { readmeOf } from "../../lib/exercises.ts";
import { markdownLines } from "../../lib/markdown.ts";
import { type Paint, printable, wrap } from "../../lib/terminal.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { type Hint, hintsOf } from "./hints.ts";
import { rememberShown, shownHints } from "./shown.ts";

export interface HintRequest {
  root: string;
  id: string;
  /** From the first again. */
  again: boolean;
}

export interface TakenHint {
  id: string;
  hint: Hint;
  /** From 1. */
  number: number;
  /** How many the exercise has. */
  count: number;
  /** Why it could not be remembered as shown. */
  note?: string;
}

/** How one asks for the next hint, and for the first again. */
export interface HintWays {
  further: string;
  again: string;
}

/**
 * The next hint, the last one over again when all were shown; it is remembered as shown. Rejects with a UsageError if the
 * exercise has no hints.
 */
export async function takeHint({ root, id, again }: HintRequest): Promise<TakenHint> {
  const hints = hintsOf(readmeOf(root, id));
  if (hints.length === 0) throw new UsageError(`There are no hints in exercises/${id}/README.md.`);
  const number = Math.min((again ? 0 : shownHints(root, id)) + 1, hints.length);
  const taken = { id, hint: hints[number - 1]!, number, count: hints.length };
  try {
    await rememberShown(root, id, number);
    return taken;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const note = `.attempts/hints.json cannot be written (${code}): the next call shows this hint again.`;
    return { ...taken, note };
  }
}

/** The hint under its heading, and how many are left. */
export function hintLines(
  { id, hint, number, count }: TakenHint,
  { width, paint }: { width: number; paint: Paint },
  ways: HintWays = commandsFor(id),
): string[] {
  const heading = `${id}, hint ${number} of ${count}: ${printable(hint.title)}`;
  return [
    "",
    ...wrap(heading, width).map((line) => paint("bold", line)),
    "",
    ...markdownLines(hint.body, width - 2, paint).map((line) => (line === "" ? "" : `  ${line}`)),
    "",
    ...wrap(whatIsLeft(count - number, ways), width).map((line) => paint("dim", line)),
  ];
}

function commandsFor(id: string): HintWays {
  const further = `npm run hint ${numberOf(id)}`;
  return { further, again: `${further} again` };
}

function whatIsLeft(left: number, { further, again }: HintWays): string {
  return left > 0 ? `${left} more: ${further}` : `That was the last. From the first again: ${again}`;
}
