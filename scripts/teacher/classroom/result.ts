// What GitHub Classroom's autograding-grading-reporter reads. Its texts go through an environment variable: they are short.
import { numberOf, slugOf } from "../../lib/exercise-ids.ts";
import type { ExerciseScore } from "../../student/score/score.ts";

export type Status = "pass" | "fail" | "error";

export interface ClassroomResult {
  version: 1;
  status: Status;
  max_score: number;
  tests: ClassroomTest[];
}

/** One exercise. Scores are whole numbers: the reporter misreports others. */
export interface ClassroomTest {
  name: string;
  status: Status;
  score: number;
  message: string;
  test_code: string;
  filename: string;
  line_no: number;
  duration: number;
}

/** What is told of an exercise; `untouched` where a student's own is graded. */
export type ClassroomExercise = Omit<ExerciseScore, "untouched"> & { untouched?: boolean };

/** `maxScore`: of all the exercises. `error` only where the fault is ours. */
export function classroomResult(maxScore: number, exercises: readonly ClassroomExercise[]): ClassroomResult {
  const tests = exercises.map(testOf);
  const has = (status: Status) => tests.some((test) => test.status === status);
  const status = has("error") ? "error" : has("fail") ? "fail" : "pass";
  return { version: 1, status, max_score: maxScore, tests };
}

/** As the reporter takes it from its environment. */
export function encoded(result: ClassroomResult): string {
  return Buffer.from(JSON.stringify(result)).toString("base64");
}

function testOf({ id, score, maxScore, outcome, untouched }: ClassroomExercise): ClassroomTest {
  const number = numberOf(id);
  const points = `${score} of ${maxScore} points`;
  const messages: Partial<Record<typeof outcome, string>> = {
    passed: points,
    "grader-error": "could not be graded, which is not your fault",
  };
  return {
    name: `${number} ${slugOf(id).replaceAll("-", " ")}`,
    status: outcome === "passed" ? "pass" : outcome === "grader-error" ? "error" : "fail",
    score,
    message: untouched ? "not begun" : (messages[outcome] ?? `${points}, see: npm test ${number}`),
    test_code: `npm test ${number}`,
    filename: `exercises/${id}/${slugOf(id)}.ts`,
    line_no: 1,
    duration: 0,
  };
}
