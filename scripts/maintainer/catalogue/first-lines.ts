// The first lines of wrong answers, kept in step with what they fail: written by `npm run catalogue`, checked by `npm run verify`.
import { join } from "node:path";
import type { ExerciseVerdict } from "../../../graders/engine/types.ts";
import { replaceFile } from "../../lib/replace-file.ts";
import type { Answer } from "../evidence/grade-answers.ts";
import { othersFailed } from "../evidence/wrong-answer.ts";
import { headerLine, wrongHeader } from "../evidence/wrong-header.ts";
import { readGenerated, withAlso, writeGenerated } from "./generated.ts";

/** `also`: by seed, the checks that it fails besides its own. */
interface Line {
  path: string;
  text: string;
  also: Map<number, string>;
}

export interface FirstLines {
  graded(answer: Answer & { path: string }, seed: number, verdict: ExerciseVerdict): void;
  /**
   * Writes the lines that are to change, in a file or in a list of generated answers; resolves to these answers, and to
   * what of the others cannot be written.
   */
  write(root: string): Promise<{ written: string[]; problems: string[] }>;
}

/** Sees all answers' verdicts, in whatever order; an answer's `path` is relative to the project. */
export function firstLines(): FirstLines {
  const lines = new Map<string, Line>();
  return {
    graded({ path, text }, seed, verdict) {
      const header = wrongHeader(text);
      if (!header) return;
      const line = lines.get(path) ?? { path, text, also: new Map() };
      lines.set(path, line);
      line.also.set(seed, othersFailed(verdict, header.check).join(", "));
    },
    async write(root) {
      const [written, problems]: [string[], string[]] = [[], []];
      const generated = new Map<string, Map<string, string[]>>();
      for (const line of [...lines.values()].sort((a, b) => (a.path < b.path ? -1 : 1))) {
        const problem = differs(line);
        if (problem) problems.push(problem);
        const text = withLine(line);
        if (problem || text === line.text) continue;
        const [, id, name] = /^solutions\/([^/]+)\/(generated\/.*)$/.exec(line.path) ?? [];
        if (id === undefined) await replaceFile(join(root, line.path), text);
        else generated.set(id, (generated.get(id) ?? new Map()).set(name!, alsoOf(line)));
        written.push(line.path);
      }
      for (const [id, also] of generated)
        await writeGenerated(root, id, withAlso(readGenerated(root, id), also));
      return { written, problems };
    },
  };
}

function alsoOf({ also }: Line): string[] {
  const [seen = ""] = also.values();
  return seen.split(", ").filter(Boolean);
}

function withLine(line: Line): string {
  const first = headerLine({ ...wrongHeader(line.text)!, also: alsoOf(line) });
  return [first, ...line.text.split("\n").slice(1)].join("\n");
}

function differs({ path, also }: Line): string | undefined {
  if (new Set(also.values()).size < 2) return undefined;
  const seen = [...also].sort(([a], [b]) => a - b).map(([seed, ids]) => `seed ${seed}: ${ids || "none"}`);
  return `${path} does not fail the same checks with every input (besides its own, ${seen.join("; ")}). Let those checks' inputs always show it, or never.`;
}
