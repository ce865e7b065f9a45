// A class's report from results in memory, for the tests of what is made of it.

import type { ClassReport, ReportExercise, ReportStudent } from "../teacher/class-report.ts";
import type { SubmissionResult } from "../teacher/results.ts";

/** A report of these results, sorted by id; what `more` says of a student or of the report stands above the rest. */
export function memoryReport(
  submissions: readonly SubmissionResult[],
  more: Partial<ClassReport> & { of?: Record<string, Partial<ReportStudent>> } = {},
): ClassReport {
  const { of = {}, ...rest } = more;
  const sorted = submissions.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    graders: "sha256-of-nothing",
    seed: 1,
    sandbox: ["compile", "ses"],
    exercises: (sorted[0]?.exercises ?? []).map(exercise),
    students: () => sorted.map((result) => ({ ...result, mark: result.score, ...of[result.id] })),
    maxMark: sorted[0]?.maxScore ?? 0,
    remarks: [],
    unmatched: { roster: [], submissions: [] },
    absent: [],
    ...rest,
  };
}

function exercise({ id, maxScore, checks }: SubmissionResult["exercises"][number]): ReportExercise {
  return { id, title: id, maxScore, checks: checks.map(({ title, maxScore }) => ({ title, maxScore })) };
}
