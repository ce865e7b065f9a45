// What stands out in a class's results: hints for the teacher, one line each.
import { printable } from "../lib/terminal.ts";
import { type ExerciseResult, hasGraderError, type SubmissionResult } from "./results.ts";

/** misconception id -> its title, as in graders/misconceptions.ts. */
export type Titles = Record<string, { title: string } | undefined>;

const shownAtMost = 3;
const namesAtMost = 8;

/** Lines safe to print, the most important first; none if nothing stands out. */
export function standouts(submissions: readonly SubmissionResult[], titles: Titles): string[] {
  return [
    ...graderErrors(submissions),
    ...nothingHandedIn(submissions),
    ...commonMisconceptions(submissions, titles),
    ...hardestExercise(submissions),
  ];
}

function graderErrors(submissions: readonly SubmissionResult[]): string[] {
  const names = submissions.filter(hasGraderError).map(({ id }) => id);
  if (names.length === 0) return [];
  return [`A grader failed (our fault, no mark yet; grade again): ${listed(names)}`];
}

function nothingHandedIn(submissions: readonly SubmissionResult[]): string[] {
  const names = submissions
    .filter(({ exercises }) => exercises.every(({ outcome }) => outcome === "missing"))
    .map(({ id }) => id);
  if (names.length === 0) return [];
  return [`Nothing to grade (no exercises/NN-slug/slug.ts, NN-slug/slug.ts or slug.ts): ${listed(names)}`];
}

function commonMisconceptions(submissions: readonly SubmissionResult[], titles: Titles): string[] {
  const counts = new Map<string, number>();
  for (const { exercises } of submissions) {
    const shown = exercises.flatMap(({ checks }) => checks.map(({ misconception }) => misconception));
    for (const id of new Set(shown)) if (id) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const shared = [...counts].filter(([, count]) => count > 1);
  const telling = shared.length > 0 ? shared : [...counts];
  const ranked = telling.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, shownAtMost);
  if (ranked.length === 0) return [];
  const parts = ranked.map(([id, count]) => {
    const title = Object.hasOwn(titles, id) ? `: ${titles[id]!.title}` : "";
    return `  ${printable(id)}, in ${count} of ${submissions.length}${printable(title)}`;
  });
  return ["Most common misconceptions:", ...parts];
}

/** Of those that somebody handed in; the points of those who did. */
function hardestExercise(submissions: readonly SubmissionResult[]): string[] {
  const handedIn = submissions.flatMap(({ exercises }) =>
    exercises.filter(({ outcome }) => outcome !== "missing"),
  );
  const groups = [...Map.groupBy(handedIn, ({ id }) => id)].map(([id, group]) => ({
    id,
    share: shareOf(group),
  }));
  const [hardest] = groups.sort((a, b) => a.share - b.share || (a.id < b.id ? -1 : 1));
  if (!hardest || groups.length < 2 || hardest.share === 1) return [];
  const percent = Math.floor(100 * hardest.share);
  return [`Hardest: ${hardest.id}, ${percent}% of the points of those who handed it in`];
}

function shareOf(exercises: readonly ExerciseResult[]): number {
  const sum = (key: "score" | "maxScore") => exercises.reduce((total, each) => total + each[key], 0);
  return sum("score") / sum("maxScore");
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, namesAtMost).map(printable).join(", ");
  return names.length > namesAtMost ? `${shown} and ${names.length - namesAtMost} more` : shown;
}
