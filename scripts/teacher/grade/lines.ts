// The lines of a file that matter for a verdict: where calls began, where the program waited, where it threw.
import type { ExerciseFiles, ExerciseVerdict } from "../../../graders/engine/types.ts";
import type { Position } from "../../../graders/trace/plain.ts";
import type { Step, Trace } from "../../../graders/trace/trace.ts";
import type { CheckResult, ExerciseResult, ToldLine } from "../results.ts";

const linesAtMost = 12;
/** Of one line. */
const saidAtMost = 3;
/** Of one thing that is said of it. */
const timesAtMost = 4;
/** Characters of a line's text: enough to know it by. */
const textAtMost = 500;

/** The result with the lines that matter for each of its checks, as far as they are known. */
export function withLines(
  result: ExerciseResult,
  { checks, watched }: ExerciseVerdict,
  files: ExerciseFiles | undefined,
): ExerciseResult {
  if (!files || "refused" in files) return result;
  const { entry } = files;
  const textOf = ({ file = entry, line }: Position) =>
    files.files
      .get(file)
      ?.split(/\r\n|\r|\n/)
      [line - 1]?.trim();
  const told = (check: CheckResult, index: number): CheckResult => {
    const { where, id } = checks[index]!;
    const said = id === watched?.check ? saidIn(watched.trace) : [];
    const all: { where: Position; said?: Said }[] = said.map((each) => ({ where: each.where, said: each }));
    if (where && check.outcome !== "passed") all.unshift({ where });
    const groups = Map.groupBy(all, ({ where: { file = entry, line } }) => JSON.stringify([file, line]));
    const lines = Array.from(groups.values(), (group): ToldLine[] => {
      const { where } = group[0]!;
      const text = textOf(where)?.slice(0, textAtMost);
      if (!text) return [];
      return [
        {
          file: where.file ?? entry,
          line: where.line,
          text,
          says: together(group.flatMap(({ said }) => said ?? [])),
        },
      ];
    });
    const known = lines.flat().slice(0, linesAtMost);
    return known.length > 0 ? { ...check, lines: known } : check;
  };
  return { ...result, checks: result.checks.map(told) };
}

/** What happened at a place, as the begin of a sentence, and when. */
interface Said {
  where: Position;
  what: string;
  when: string;
}

/** `fetchApi begins at 0, 1000 ms; waits from 0 to 1000, from 1000 to 2000 ms` */
function together(all: readonly Said[]): string {
  const groups = Map.groupBy(all, ({ what }) => what);
  const parts = Array.from(groups, ([what, each]) => {
    const times = [...new Set(each.map(({ when }) => when))];
    const more = times.length > timesAtMost ? "…" : "";
    return `${what} ${times.slice(0, timesAtMost).join(", ")}${more} ms`;
  });
  const left = parts.length - saidAtMost;
  return parts.slice(0, saidAtMost).join("; ") + (left > 0 ? `; and ${left} more` : "");
}

/** What a run that was watched closely did, in its order, with the places of it. */
function saidIn(trace: Trace): Said[] {
  const calls = trace.calls.flatMap(({ service, start: { where, at, seq } }) =>
    where ? [{ seq, where, what: `${service} begins at`, when: `${at}` }] : [],
  );
  const steps = trace.steps ?? [];
  const waits = steps.flatMap((step, index) => waitOf(step, steps.slice(index + 1)));
  return [...calls, ...waits].sort((a, b) => a.seq - b.seq);
}

/** A wait that took time, or never ended. */
function waitOf(step: Step, later: readonly Step[]): (Said & { seq: number })[] {
  if (step.kind !== "await" || !step.where) return [];
  const { at, seq, where } = step;
  const next = later.find((each) => each.kind === "resume" && each.task === step.task);
  if (!next) return [{ seq, where, what: "still waits, since", when: `${at}` }];
  return next.at === at ? [] : [{ seq, where, what: "waits", when: `from ${at} to ${next.at}` }];
}
