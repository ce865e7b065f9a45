// An exercise as vitest sees it: each check is a test, and its verdict the test's result. Nothing is graded here.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, inject, type TestContext, test } from "vitest";
import type { CheckVerdict } from "./engine/types.ts";
import { printableLines } from "./kit/printable.ts";
import { layout } from "./kit/timeline.ts";
import { timelineSvg } from "./kit/timeline-svg.ts";
import { timelineText } from "./kit/timeline-text.ts";
import { misconceptions } from "./misconceptions.ts";
import { askAhead } from "./vitest/ahead.ts";
import type { GradedCheck } from "./vitest/graded.ts";
import { failureOf, firstSteps, wasNotRun } from "./vitest/report.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Defines the tests of an exercise (`03-three-apis`); its `.grader.ts` calls this. */
export function exercise(id: string): void {
  describe(id, async () => {
    const checks = inject("asyncDojoAhead") ? await askAhead(id) : await gradeHere(id);
    for (const { title, ...meta } of checks) {
      if (meta.verdict) test(title, (context) => report(context, id, { title, ...meta }, meta.verdict!));
      else test(title, { todo: true, meta: { dojo: meta } }, () => {});
    }
  });
}

/** Without `npm test`, under an editor or plain vitest, a worker grades for itself. */
async function gradeHere(id: string): Promise<GradedCheck[]> {
  const { openEngine } = await import("./engine/grade.ts");
  const { gradeOwn } = await import("./vitest/graded.ts");
  const opening = openEngine({ only: [id] });
  try {
    return await gradeOwn(opening, id, { named: false });
  } finally {
    await opening.then(
      (engine) => engine.close(),
      () => {},
    );
  }
}

/** Makes the verdict the test's result: returns if it passed, else skips or throws. */
async function report(
  context: TestContext,
  id: string,
  { title: _, ...meta }: GradedCheck,
  verdict: CheckVerdict,
): Promise<void> {
  context.task.meta.dojo = meta;
  if (wasNotRun(verdict)) context.skip(verdict.feedback || "not run: see the first check");
  if (verdict.trace) {
    const body = timelineSvg(layout(verdict.trace, meta.ghost, verdict.feedback));
    await context.annotate("timeline", { contentType: "image/svg+xml", body, bodyEncoding: "utf-8" });
  }
  if (verdict.outcome !== "passed")
    throw failureOf(verdict, textOf(id, meta, verdict), join(ROOT, "exercises", id));
}

function textOf(id: string, { untouched, ghost }: Omit<GradedCheck, "title">, verdict: CheckVerdict): string {
  const misconception = misconceptions[verdict.misconception ?? ""];
  const parts = [
    untouched === "repair" && firstSteps(`exercises/${id}`, `${id.replace(/^\d+-/, "")}.ts`, untouched),
    verdict.feedback,
    misconception && `${misconception.title}\n${misconception.explanation}`,
    verdict.trace &&
      timelineText(layout(verdict.trace, ghost, verdict.feedback), { width: 80, colour: false }),
  ];
  return printableLines(parts.filter(Boolean).join("\n\n"));
}
