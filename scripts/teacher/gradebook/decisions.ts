// The teacher's decisions in the gradebook: they stand until another list takes their place, however often it is graded.
import type { Decision } from "../decisions/decision.ts";
import { faultOf, type Worth } from "../decisions/read.ts";
import type { Gradebook } from "./gradebook.ts";

/** Puts this list in the place of the one before. */
export function keepDecisions(gradebook: Gradebook, decisions: readonly Decision[]): void {
  gradebook.transaction(() => {
    gradebook.statement("DELETE FROM decisions").run();
    const insert = gradebook.statement(
      "INSERT INTO decisions (place, id, exercise, kind, value, reason) VALUES (?, ?, ?, ?, ?, ?)",
    );
    for (const [place, { id, exercise, kind, value, reason }] of decisions.entries())
      insert.run(place, id, exercise, kind, value, reason);
  });
}

/** Those that are kept. What cannot be meant is not used, which is said. */
export function keptDecisions(gradebook: Gradebook, worth: Worth): Decision[] {
  const rows = gradebook.all("SELECT id, exercise, kind, value, reason FROM decisions ORDER BY place");
  return (rows as unknown as Decision[]).filter((decision) => {
    // Of an exercise that is not graded this time nothing is asked.
    if (decision.exercise !== "" && !worth.has(decision.exercise)) return false;
    const fault = faultOf(decision, worth);
    if (fault !== undefined) gradebook.distrust("a decision");
    return fault === undefined;
  });
}
