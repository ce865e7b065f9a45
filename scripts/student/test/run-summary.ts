// The last lines of `npm test`: how it went over all, and what to do next.
import { numberOf, shortList } from "../../lib/exercise-ids.ts";
import { printable, wrap } from "../../lib/terminal.ts";
import type { Look } from "./exercise-lines.ts";
import { type ExerciseReport, faultOfExercise, stateOfExercise, totalOf } from "./exercise-report.ts";

export interface RunFacts {
  /** In the order of the exercises. */
  reports: ExerciseReport[];
  /** What kept the run as a whole from being what it should. */
  faults: string[];
  /** All exercises' ids, sorted. */
  known: string[];
  /** What runs an exercise; default `npm test`. */
  command?: string | undefined;
  /** The exercises that are run again on each save: they need no command. */
  watched?: readonly string[] | undefined;
}

/** Lines to print after the exercises themselves; none if they have said it all. */
export function endLines(facts: RunFacts, { paint, width }: Look): string[] {
  const { reports, known, command = "npm test", watched } = facts;
  const faults = [...facts.faults, ...ungraded(reports)];
  const fine = reports.filter((report) => faultOfExercise(report) === undefined && report.checks.length > 0);
  const graded = fine.filter((report) => stateOfExercise(report) !== "waits");
  const waiting = fine.filter((report) => stateOfExercise(report) === "waits");
  const failing = graded.find(({ checks }) => checks.some(({ state }) => state === "failed"));
  const next = nextStep(graded, { failing, waiting, known, command, watched });
  const lines = [
    ...faults
      .flatMap((fault) => wrap(`Not your fault: ${printable(fault)}`, width))
      .map((line) => paint("yellow", line)),
    ...(graded.length > 1 ? [paint("bold", overall(graded))] : []),
    ...(fine.length === 0 && faults.length === 0 ? ["No check has a title like that."] : []),
    ...(waiting.length > 0 ? [waitingLine(waiting.length, graded.length)] : []),
    ...(next ? [`Next: ${paint("bold", next)}`] : []),
    ...(failing && hintHelps(failing) ? [`Stuck? npm run hint ${numberOf(failing.id)}`] : []),
  ];
  return lines.length > 0 ? ["", ...lines] : [];
}

/** What keeps whole exercises from being graded, each reason once. */
function ungraded(reports: ExerciseReport[]): string[] {
  const byReason = Map.groupBy(reports, (report) => faultOfExercise(report));
  return [...byReason].flatMap(([reason, of]) =>
    reason === undefined ? [] : [`${shortList(of.map(({ id }) => id))} could not be graded. ${reason}`],
  );
}

function overall(graded: ExerciseReport[]): string {
  const totals = graded.map(totalOf);
  const sum = (key: "score" | "maxScore") => totals.reduce((total, each) => total + each[key], 0);
  const passed = graded.filter((report) => stateOfExercise(report) === "passed").length;
  return `${passed} of ${graded.length} exercises pass, ${sum("score")} of ${sum("maxScore")} points`;
}

function waitingLine(waiting: number, graded: number): string {
  const many = waiting === 1 ? "1 exercise waits" : `${waiting} exercises wait`;
  return graded === 0 ? `You have begun none yet: ${many} for you.` : `${many} for you.`;
}

/** A hint is about the task: no help to one who has yet to read it, or whose file could not be run. */
function hintHelps({ checks }: ExerciseReport): boolean {
  const notRun = ["compile-error", "forbidden", "missing", "no-export", "invalid"];
  return checks.some(
    ({ state, untouched, verdict }) => state === "failed" && !untouched && !notRun.includes(verdict.outcome),
  );
}

/** The command for what is worth doing next: what fails before what waits, and after a success the next exercise. */
function nextStep(
  graded: ExerciseReport[],
  {
    failing,
    waiting,
    known,
    command,
    watched = [],
  }: Pick<RunFacts, "known" | "watched"> & {
    failing: ExerciseReport | undefined;
    waiting: ExerciseReport[];
    command: string;
  },
): string | undefined {
  const run = (id: string) =>
    watched.includes(id) ? `exercises/${id}/README.md` : `${command} exercises/${numberOf(id)}`;
  // The exercise that was just shown needs no command.
  if (failing) return graded.length > 1 ? run(failing.id) : undefined;
  const [begin] = waiting;
  if (begin) return run(begin.id);
  const last = graded.at(-1);
  if (!last || stateOfExercise(last) !== "passed") return undefined;
  const following = known[known.indexOf(last.id) + 1];
  return following ? run(following) : "npm run score";
}
