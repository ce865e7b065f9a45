import { expect, test } from "vitest";
import { resultOf } from "../../testing/fake-engine.ts";
import { memoryReport } from "../../testing/memory-report.ts";
import { studentPage } from "./student-pages.ts";

const ada = await resultOf("ada", {
  "03-three-apis": "passed failed:sequential-await",
  "04-timeout": "missing missing missing",
});

test("a page of its own: marks, notes, checks, code; nothing of a stranger's is markup, and there is no script", () => {
  const source = () => ({
    entry: "three-apis.ts",
    files: [["three-apis.ts", "const a = 1 < 2;\n</code><script>x</script>"]] as const,
  });
  const exercises = ada.exercises.map((exercise, index) => ({ ...exercise, ...(index === 0 && { source }) }));
  const decisions = [{ id: "ada", exercise: "", kind: "comment", value: "<b>Good</b>", reason: "" }] as const;
  const remarks = [{ id: "ada", exercise: "03-three-apis", text: "`<i>.ts` was taken for `three-apis.ts`." }];
  const person = { id: "ada", name: "Ada <img src=x>", lms: {} };
  const report = memoryReport([ada], { of: { ada: { exercises, decisions, remarks, person } } });
  const page = studentPage(report, [...report.students()][0]!);
  expect(page).toContain("<h1>Ada &#60;img src=x&#62;</h1>");
  expect(page).toContain("Decided: &#60;b&#62;Good&#60;/b&#62;");
  expect(page).toContain("<code>&#60;i&#62;.ts</code> was taken for <code>three-apis.ts</code>.");
  expect(page).toContain("<li><code>const a = 1 &#60; 2;</code></li>");
  expect(page).toMatch(/<h3 class="failed">promise 2: 0 of 3/);
  expect(page).not.toMatch(/<script|<img|<i>|<b>Good/);
  // Of what was not handed in there is a row, and no more.
  expect(page.match(/04-timeout/g)).toHaveLength(1);
});
