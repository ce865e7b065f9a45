// Who is on the roster, and of whom nothing that was handed in is known: in the class all the same, with what was decided.
import type { Grader } from "../../../graders/kit/grader.ts";
import type { ReportExerciseResult, ReportStudent, RosterEntry } from "../class-report.ts";
import type { Decisions } from "../decisions/decision.ts";

/** `taken`: ids of submissions. Who is called as one may be its owner, and is not told as another student. */
export function absentIn(
  roster: readonly RosterEntry[],
  taken: ReadonlySet<string>,
  graders: readonly Grader[],
  decisions: Decisions,
): ReportStudent[] {
  const exercises = graders.map(notHandedIn);
  const maxScore = exercises.reduce((sum, each) => sum + each.maxScore, 0);
  return roster
    .filter(({ id }) => !taken.has(id))
    .map((person) => {
      const theirs = decisions.of(person.id, person);
      const { mark, excused } = decisions.mark(exercises, theirs, undefined);
      const marked = theirs.some(({ kind }) => kind === "mark" || kind === "points");
      return {
        ...{ id: person.id, person, score: 0, maxScore, mark, exercises, absent: { marked } },
        ...(theirs.length > 0 && { decisions: theirs }),
        ...(excused && { excused }),
      };
    });
}

function notHandedIn({ id, checks }: Grader): ReportExerciseResult {
  const results = checks.map((check) => ({
    ...{ id: check.id, title: check.title, maxScore: check.points },
    ...{ outcome: "missing" as const, score: 0, feedback: "" },
  }));
  const maxScore = results.reduce((sum, each) => sum + each.maxScore, 0);
  return { id, score: 0, maxScore, outcome: "missing", checks: results };
}
