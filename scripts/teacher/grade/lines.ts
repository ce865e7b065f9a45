// The lines of a file that matter for a verdict: where calls began, where the program waited, where it threw.
import type { ExerciseFiles, ExerciseVerdict } from "../../../graders/engine/types.ts";
import { isNode, type Position } from "../../../graders/trace/plain.ts";
import type { Step, Trace } from "../../../graders/trace/trace.ts";
import type { GradingEngine } from "../grading-engine.ts";
import type { CheckResult, ExerciseResult, ToldLine, ToldPlace } from "../results.ts";

const placesAtMost = 60;
const linesAtMost = 12;
/** Of one line. */
const saidAtMost = 3;
/** Of one thing that is said of it. */
const timesAtMost = 4;

/** The result with the places of the program that matter for the check that was watched. */
export function withPlaces(result: ExerciseResult, { watched }: ExerciseVerdict): ExerciseResult {
  if (!watched) return result;
  const places = saidIn(watched.trace).slice(0, placesAtMost);
  const told = (check: CheckResult) => (check.id === watched.check ? { ...check, places } : check);
  return places.length === 0 ? result : { ...result, checks: result.checks.map(told) };
}

/** The lines of these very files at the places of their program; none where they are not known. */
export async function linesAt(
  engine: Pick<GradingEngine, "places">,
  places: readonly ToldPlace[],
  files: ExerciseFiles | undefined,
): Promise<ToldLine[]> {
  if (!files || "refused" in files || places.length === 0) return [];
  const { entry } = files;
  const found = (await engine.places?.(files, places)) ?? [];
  const all = places.flatMap((place, index) => {
    const where = found[index];
    return where ? [{ ...place, file: where.file ?? entry, line: where.line }] : [];
  });
  const groups = Map.groupBy(all, ({ file, line }) => JSON.stringify([file, line]));
  const lines = Array.from(groups.values(), (group): ToldLine => {
    const { file, line } = group[0]!;
    return { file, line, says: together(group) };
  });
  return lines.slice(0, linesAtMost);
}

/** `fetchApi begins at 0, 1000 ms; waits from 0 to 1000, from 1000 to 2000 ms` */
function together(all: readonly Pick<ToldPlace, "what" | "when">[]): string {
  const groups = Map.groupBy(all, ({ what }) => what);
  const parts = Array.from(groups, ([what, each]) => {
    const times = [...new Set(each.map(({ when }) => when))];
    const more = times.length > timesAtMost ? "…" : "";
    return times[0] === "" ? what : `${what} ${times.slice(0, timesAtMost).join(", ")}${more} ms`;
  });
  const left = parts.length - saidAtMost;
  return parts.slice(0, saidAtMost).join("; ") + (left > 0 ? `; and ${left} more` : "");
}

interface Said {
  seq: number;
  where: Position;
  what: string;
  when: string;
}

/** What a run that was watched closely did, in its order, with the places of it. */
function saidIn(trace: Trace): ToldPlace[] {
  const calls = trace.calls.flatMap(({ service, start: { where, at, seq } }): Said[] =>
    where ? [{ seq, where, what: `${service} begins at`, when: `${at}` }] : [],
  );
  const steps = trace.steps ?? [];
  const waits = steps.flatMap((step, index) => waitOf(step, steps.slice(index + 1)));
  const thrown = Object.values(trace.outcomes).flatMap(({ value, settled }): Said[] => {
    const [where] = value !== undefined && isNode(value) && value.t === "error" ? (value.where ?? []) : [];
    return where ? [{ seq: settled?.seq ?? 0, where, what: "here it threw", when: "" }] : [];
  });
  return [...calls, ...waits, ...thrown]
    .sort((a, b) => a.seq - b.seq)
    .map(({ where: { line, column }, what, when }) => ({ line, column, what, when }));
}

/** A wait that took time, or never ended. */
function waitOf(step: Step, later: readonly Step[]): Said[] {
  if (step.kind !== "await" || !step.where) return [];
  const { at, seq, where } = step;
  const next = later.find((each) => each.kind === "resume" && each.task === step.task);
  if (!next) return [{ seq, where, what: "still waits, since", when: `${at}` }];
  return next.at === at ? [] : [{ seq, where, what: "waits", when: `from ${at} to ${next.at}` }];
}
