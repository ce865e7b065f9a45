// One class of real gradings for the tests of its page: few answers are graded, and many students hand them in.
import { availableParallelism } from "node:os";
import { openEngine } from "../../../../../graders/engine/engine.ts";
import { beltOf, belts } from "../../../../lib/belts.ts";
import { titleOf } from "../../../../lib/exercises.ts";
import type { ClassReport, ReportExercise } from "../../../class-report.ts";
import { type Answers, gradedAnswers, projectRoot } from "./graded-answers.ts";
import { sampleClass } from "./sample-class.ts";

const GRADED = ["03-three-apis", "08-gather"];
/** As many columns as the course has now: the graded exercises again and again, under numbers of their own. */
const COLUMNS = 27;

/** What `size` students made of its exercises; `hostile` is the first of them, with markup in all that can hold it. */
export async function oneClass(size: number): Promise<ClassReport> {
  const engine = await openEngine({ only: GRADED });
  try {
    const graded = await gradedAnswers(projectRoot, engine, {
      right: 1,
      wrong: 4,
      jobs: availableParallelism(),
    });
    const exercises = Array.from({ length: COLUMNS }, (_, index) => exerciseOf(graded, index));
    const answers = Object.fromEntries(
      exercises.map(({ id }, index) => [id, graded[GRADED[index % GRADED.length]!]!]),
    );
    const report = sampleClass(answers, exercises, size);
    return { ...report, students: () => [hostile(report), ...[...report.students()].slice(1)] };
  } finally {
    await engine.close();
  }
}

function exerciseOf(graded: Answers, index: number): ReportExercise {
  const id = GRADED[index % GRADED.length]!;
  const { maxScore, checks } = graded[id]!.right[0]!.result;
  const number = String(index + 1).padStart(2, "0");
  const belt = beltOf(`${number}-x`) ?? belts[0]!;
  return {
    id: `${number}${id.slice(2)}`,
    title: titleOf(projectRoot, id),
    belt: belt.name,
    maxScore,
    checks: checks.map(({ title, maxScore }) => ({ title, maxScore })),
  };
}

export const hostileId = `</script><script>window.injected=1</script>&exercise=x`;
export const hostileName = `<img src=x onerror="window.injected=2"> =HYPERLINK("http://x")`;
export const hostileFeedback = "<!--<script>window.injected=3</script>--> `<b>bold</b>` &lt;i&gt;";
export const hostileService = `</text></svg><script>window.injected=4</script>`;

function hostile(report: ClassReport) {
  const [first] = report.students();
  const exercises = first!.exercises.map((exercise) => ({
    ...exercise,
    checks: exercise.checks.map((check) => {
      const runs = check.picture?.();
      const failed = { ...check, outcome: "failed" as const, score: 0, feedback: hostileFeedback };
      if (!runs) return failed;
      const calls = runs.trace.calls.map((call) => ({ ...call, service: hostileService }));
      return { ...failed, picture: () => ({ ...runs, trace: { ...runs.trace, calls } }) };
    }),
  }));
  const person = { id: hostileId, name: hostileName, email: hostileName, section: hostileName, lms: {} };
  return { ...first!, id: hostileId, person, exercises };
}
