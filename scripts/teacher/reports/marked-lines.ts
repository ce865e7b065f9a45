// Which lines of somebody's files something is said of: by the run, by a syntax error, by type errors.
import type { ToldLine } from "../results.ts";
import type { TypeFault } from "../types/checker.ts";

export type Files = readonly (readonly [name: string, text: string])[];

export interface Marked {
  file: string;
  line: number;
  says: string[];
}

export function linesOf(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  return lines.length > 1 && lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** The lines that these say something of, by file and number. `files`: the graded one first. */
export function markedLines(
  files: Files,
  told: readonly ToldLine[],
  feedback: string,
  types: readonly TypeFault[],
): Marked[] {
  const texts = new Map(files.map(([name, text]) => [name, linesOf(text)]));
  const all = [
    ...told.filter(({ file, line }) => texts.get(file)?.[line - 1] !== undefined),
    ...namedIn(feedback, files[0]?.[0] ?? ""),
    ...types.map(({ file, line, text }) => ({ file, line, says: text })),
  ];
  const groups = Map.groupBy(all, ({ file, line }) => JSON.stringify([file, line]));
  const marked = Array.from(groups.values(), (group): Marked => {
    const { file, line } = group[0]!;
    return { file, line, says: [...new Set(group.map(({ says }) => says).filter(Boolean))] };
  });
  return marked.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** `three-apis.ts:6:65: …`, or `6:65: …` for the graded file: what does not parse. */
function namedIn(feedback: string, entry: string) {
  const match = /^(?:([^\s:]+):)?(\d+):\d+: /.exec(feedback);
  return match ? [{ file: match[1] ?? entry, line: Number(match[2]), says: "" }] : [];
}
