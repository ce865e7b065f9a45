// What a save has changed, in one sentence.
import type { CheckView, ExerciseView } from "./shapes.ts";

/** Empty where nothing is to be told: it is another exercise, or there was no verdict before. */
export function whatChanged(before: ExerciseView | undefined, after: ExerciseView): string {
  if (!before || before.id !== after.id || before.revision === after.revision) return "";
  if (before.checks.length === 0 || after.checks.length === 0) return "";
  const [was, is] = [passing(before), passing(after)];
  const time = timeChanged(before, after);
  if (was === is) return time === "" ? "As before." : `${time}.`;
  const checks = `${was} → ${is} of ${after.checks.length} checks pass`;
  return time === "" ? `${checks}.` : `${checks}; ${time}.`;
}

export function passing({ checks }: Pick<ExerciseView, "checks">): number {
  return checks.filter(({ state }) => state === "passed").length;
}

/** Of the check that failed first before: that is what one was at. */
function timeChanged(before: ExerciseView, after: ExerciseView): string {
  const failed = before.checks.find(({ state }) => state === "failed") ?? before.checks[0];
  const now = after.checks.find(({ id }) => id === failed?.id);
  const [from, to] = [settled(failed), settled(now)];
  return from === to || from === undefined || to === undefined ? "" : `settled at ${from} → ${to} ms`;
}

function settled(check: CheckView | undefined): number | undefined {
  return check?.virtualMs === undefined ? undefined : Math.round(check.virtualMs * 1000) / 1000;
}
