// What the page shows of an exercise: its task, hints, files and checks.
import { join } from "node:path";
import type { OwnExercise } from "../../../graders/engine/own/own-exercises.ts";
import { firstSteps } from "../../../graders/vitest/report.ts";
import { slugOf } from "../../lib/exercise-ids.ts";
import { readmeOf } from "../../lib/exercises.ts";
import { hintsOf, withoutHints } from "../hint/hints.ts";
import { shownHints } from "../hint/shown.ts";
import { demonstrations, demonstrationsFor } from "../play/course.ts";
import type { ExerciseReport } from "../test/exercise-report.ts";
import { blocksOf } from "./blocks.ts";
import { checkView } from "./check-view.ts";
import { fileViews } from "./file-views.ts";
import type { ExerciseView, HintsView } from "./shapes.ts";

export interface Known {
  /** Its files as they are now. */
  own: OwnExercise;
  /** The newest verdicts, if there are any. */
  report: ExerciseReport | undefined;
  revision: number;
  compare: boolean;
}

/** `root`: the project's folder. */
export function exerciseView(root: string, { own, report, revision, compare }: Known): ExerciseView {
  const { id, files } = own;
  const entry = `${slugOf(id)}.ts`;
  const untouched = report?.checks.find((check) => check.untouched)?.untouched;
  return {
    id,
    revision,
    path: join(root, "exercises", id, entry),
    task: taskOf(root, id),
    hints: hintsView(root, id),
    files: "refused" in files ? [] : fileViews(files.files, files.entry),
    ...("refused" in files && { refused: files.reason }),
    checks: (report?.checks ?? []).map((check) => checkView(check, id)),
    ...(untouched && { first: firstSteps(`exercises/${id}`, entry, untouched) }),
    demonstrations: demonstrationsFor(root, id, demonstrations(root)).map(({ name }) => name),
    compare,
  };
}

/** Without its title, which stands above. */
function taskOf(root: string, id: string) {
  const [first, ...rest] = blocksOf(withoutHints(readmeOf(root, id)));
  return first === undefined || first.kind === "heading" ? rest : [first, ...rest];
}

/** Those that the student has asked for; of the others only that they are there. */
export function hintsView(root: string, id: string): HintsView {
  const hints = hintsOf(readmeOf(root, id));
  const shown = hints.slice(0, shownHints(root, id));
  return { shown: shown.map(({ title, body }) => ({ title, body: blocksOf(body) })), count: hints.length };
}
