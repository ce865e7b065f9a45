// What is to be said of one submission, by what was read of it.
import type { Submission } from "../../../graders/engine/types.ts";
import type { Remark } from "../remarks.ts";

/** What was taken under another name, and what could not be taken; what is true of all exercises is said once. */
export function noticed(id: string, exercises: Submission["exercises"], asked: readonly string[]): Remark[] {
  const said = asked.flatMap((exercise) => {
    const files = exercises[exercise];
    const text = files && ("refused" in files ? files.reason : files.note);
    return text === undefined ? [] : [{ exercise, text }];
  });
  const texts = Map.groupBy(said, ({ text }) => text);
  return Array.from(texts, ([text, each]): Remark => {
    return each.length === 1 ? { id, exercise: each[0]!.exercise, text } : { id, text };
  });
}
