// One hint further: which it is, and what is printed.
import { numberOf } from "../lib/exercise-ids.ts";
import { readmeOf } from "../lib/exercises.ts";
import { type Paint, printable, wrap } from "../lib/terminal.ts";
import { UsageError } from "../lib/usage-error.ts";
import { hintLines, hintsOf } from "./hints.ts";
import { rememberShown, shownHints } from "./shown.ts";

export interface HintRequest {
  root: string;
  id: string;
  /** From the first again. */
  again: boolean;
}

/**
 * The next hint, the last one over again when all were shown; it is remembered as shown. `note`: why it could not be
 * remembered. Rejects with a UsageError if the exercise has no hints.
 */
export async function showHint(
  { root, id, again }: HintRequest,
  { width, paint }: { width: number; paint: Paint },
): Promise<{ lines: string[]; note?: string }> {
  const hints = hintsOf(readmeOf(root, id));
  if (hints.length === 0) throw new UsageError(`There are no hints in exercises/${id}/README.md.`);
  const number = Math.min((again ? 0 : shownHints(root, id)) + 1, hints.length);
  const hint = hints[number - 1]!;
  const heading = `${id}, hint ${number} of ${hints.length}: ${printable(hint.title)}`;
  const lines = [
    "",
    ...wrap(heading, width).map((line) => paint("bold", line)),
    "",
    ...hintLines(hint, width - 2, paint).map((line) => (line === "" ? "" : `  ${line}`)),
    "",
    ...wrap(whatIsLeft(id, hints.length - number), width).map((line) => paint("dim", line)),
  ];
  try {
    await rememberShown(root, id, number);
    return { lines };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return {
      lines,
      note: `.attempts/hints.json cannot be written (${code}): the next call shows this hint again.`,
    };
  }
}

function whatIsLeft(id: string, left: number): string {
  const command = `npm run hint ${numberOf(id)}`;
  return left > 0 ? `${left} more: ${command}` : `That was the last. From the first again: ${command} again`;
}
