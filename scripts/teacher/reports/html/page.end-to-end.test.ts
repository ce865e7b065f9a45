// The page in a real Chromium, with a class of a thousand: it works, it is accessible, and strangers' text stays text.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium, noChromium } from "../../../testing/chromium.ts";
import type { ClassReport, ReportStudent } from "../../class-report.ts";
import { writeHtml } from "../html.ts";
import { hostileFeedback, hostileId, hostileName, hostileService, oneClass } from "./testing/one-class.ts";

const skipped = noChromium() !== undefined;
const axe = createRequire(import.meta.url).resolve("axe-core");
const folder = mkdtempSync(join(tmpdir(), "async-dojo-page-"));
const file = join(folder, "index.html");
let report: ClassReport;
let browser: Browser;
let page: Page;
const messages: string[] = [];

beforeAll(async () => {
  if (skipped) return;
  report = await oneClass(1000);
  await writeHtml(report, folder);
  browser = await launchChromium();
  page = await opened();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

async function opened(path = file): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(120_000);
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(String(error)));
  await page.goto(pathToFileURL(path).href);
  return page;
}

/** Goes to a view, as a link would. */
async function go(fragment: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(fragment)}`);
}

/** The first are there at once, the others right after. */
const allRows = () => page.locator("tbody tr").nth(999).waitFor({ state: "attached" });
const names = () => page.locator("tbody .name a").allTextContents();
const status = () => page.locator("[role=status]").textContent();

async function violations(page: Page): Promise<string[]> {
  // Of what is right only one place each is told: to say where all of it is takes most of the time.
  const { violations } = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as {
    violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
  };
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.target} ${nodes[0]!.failureSummary}`);
}

test.skipIf(skipped)(
  "the same report makes the same bytes, and a class of a thousand a small file",
  async () => {
    const bytes = readFileSync(file);
    await writeHtml(report, folder);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(bytes.length).toBeLessThan(5_000_000);
  },
);

test.skipIf(skipped)(
  "all students in order of their names; sorting by what a header says, and back",
  async () => {
    await allRows();
    expect(await page.locator("tbody tr").count()).toBe(1000);
    const byName = await names();
    const collator = new Intl.Collator("en-US", { numeric: true, sensitivity: "base" });
    expect(byName).toEqual(byName.toSorted(collator.compare));
    const total = page.getByRole("columnheader", { name: "total" });
    await total.getByRole("button").click();
    expect(await total.getAttribute("aria-sort")).toBe("descending");
    await allRows();
    const marks = (await page.locator("tbody .total b").allTextContents()).map(Number);
    expect(marks).toEqual(marks.toSorted((a, b) => b - a));
    await total.getByRole("button").click();
    expect(await total.getAttribute("aria-sort")).toBe("ascending");
    expect(page.url()).toMatch(/#sort=total$/);
    await page.getByRole("columnheader", { name: "student" }).getByRole("button").click();
    await allRows();
    expect(await names()).toEqual(byName);
  },
);

test.skipIf(skipped)("search and filters say how many are left, and stand in the address", async () => {
  await page.getByRole("searchbox").fill("zoe  s00");
  const found = [...report.students()].filter(
    ({ id, person }) => /^s00/.test(id) && /^Zoë/.test(person!.name!),
  );
  expect(found.length).toBeGreaterThan(1);
  expect(await status()).toBe(`${found.length} of 1000 students`);
  expect((await names()).toSorted()).toEqual(found.map(({ person }) => person!.name).toSorted());
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByLabel("late").check();
  const late = [...report.students()].filter((student) => student.late);
  expect(await status()).toBe(`${late.length} of 1000 students`);
  await page.getByLabel("Section").selectOption("B");
  const both = late.filter(({ person }) => person!.section === "B");
  expect(await status()).toBe(`${both.length} of 1000 students`);
  await page.getByLabel("Outcome").selectOption("passed");
  const whole = both.filter(({ exercises }) => exercises.every(({ outcome }) => outcome === "passed"));
  expect(await status()).toBe(`${whole.length} of 1000 students`);
  expect(new URL(page.url()).hash).toBe("#late=1&section=B&outcome=passed");
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByLabel("Belt").selectOption("yellow");
  expect(await page.locator("tbody tr:first-child .cell:visible").count()).toBe(5);
  await page.getByRole("button", { name: "Show all" }).click();
  expect(await status()).toBe("1000 students");
});

test.skipIf(skipped)(
  "arrow keys move in the map, Enter opens a student, Back leads back to the same cell",
  async () => {
    await go("#q=s0004");
    await page.locator("[role=status]", { hasText: /^1 of / }).waitFor();
    await page.locator("tbody .name a").focus();
    const focused = () =>
      page.evaluate("document.activeElement.ariaLabel ?? document.activeElement.textContent");
    expect(await focused()).toBe([...report.students()][4]!.person!.name);
    for (const key of ["ArrowRight", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
    const { exercises } = [...report.students()][4]!;
    expect(await focused()).toMatch(new RegExp(`^${exercises[0]!.score} of ${exercises[0]!.maxScore}`));
    const outline = "getComputedStyle(document.activeElement).outlineStyle";
    expect(await page.evaluate(outline)).toBe("solid");
    await page.keyboard.press("ArrowUp");
    expect(await focused()).toMatch(/^01 /);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator("article.student .checks li").first().waitFor();
    expect(page.url()).toMatch(/#student=s0004&exercise=01-three-apis$/);
    await page.goBack();
    expect(await focused()).toMatch(new RegExp(`^${exercises[0]!.score} of`));
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toMatch(/^mean /);
    await go("#");
  },
);

test.skipIf(skipped)(
  "a student: each check's feedback, and a timeline for each that ran and failed",
  async () => {
    const student = [...report.students()]
      .slice(1)
      .find(({ exercises }) => exercises.filter((one) => one.outcome === "failed").length > 2)!;
    await go(`#student=${student.id}`);
    const checks = student.exercises.flatMap(({ checks }) => checks);
    const drawn = checks.filter(
      ({ outcome, picture }) => !["passed", "skipped"].includes(outcome) && picture,
    );
    expect(drawn.length).toBeGreaterThan(2);
    await page
      .locator(".timeline svg")
      .nth(drawn.length - 1)
      .waitFor({ state: "attached" });
    expect(await page.locator(".timeline svg").count()).toBe(drawn.length);
    const feedback = checks.map((check) => check.feedback.replaceAll(/`([^`\n]+)`/g, "$1")).filter(Boolean);
    expect(await page.locator(".feedback").allTextContents()).toEqual(feedback);
    expect(await page.locator(".timeline svg desc").first().textContent()).toContain("your code");
  },
);

test.skipIf(skipped)(
  "a student's code beside the verdict, which hand-in counts, and what was decided",
  async () => {
    const student = [...report.students()].find(
      ({ attempts, decisions }, index) => index > 0 && attempts && !decisions,
    )!;
    await go(`#student=${student.id}`);
    const written = student.exercises.filter(({ source }) => source?.());
    await page
      .locator("details.source")
      .nth(written.length - 1)
      .waitFor({ state: "attached" });
    expect(await page.locator("details.source").count()).toBe(written.length);
    const [, text] = written[0]!.source!()!.files[0]!;
    const lines = await page.locator("details.source").first().locator("li code").allTextContents();
    expect(lines).toEqual(text.trimEnd().split("\n"));
    expect(await page.locator(".facts").textContent()).toContain(
      `class/${student.id}: ${student.attempts!.count} hand-ins`,
    );
    const decided = [...report.students()].find(({ decisions }) => decisions)!;
    await go(`#student=${decided.id}`);
    expect(await page.locator(".facts").textContent()).toContain("decided Seen in the lab: <b>right</b>");
    await go("#view=eye");
    expect(await page.locator(".remarks li").count()).toBe(2);
  },
);

test.skipIf(skipped)("what strangers wrote is text wherever it is shown", async () => {
  await go(`#${new URLSearchParams({ student: hostileId })}`);
  await page.locator(".timeline svg").first().waitFor({ state: "attached" });
  expect(await page.locator("h1").textContent()).toBe(hostileName);
  const feedback = hostileFeedback.replaceAll("`", "");
  expect(await page.locator(".feedback").first().textContent()).toBe(feedback);
  expect(await page.locator(".timeline svg desc").first().textContent()).toContain(
    hostileService.slice(0, 20),
  );
  await go("#view=misconceptions");
  await go("#view=checks");
  await go("#q=hyperlink");
  expect(await names()).toEqual([hostileName]);
  await go("#student=<b>nobody</b>");
  expect(await page.locator("main p").textContent()).toContain("<b>nobody</b>");
  expect(await page.evaluate("[document.images.length, window.injected ?? 'nothing']")).toEqual([
    0,
    "nothing",
  ]);
  await go("#");
});

test.skipIf(skipped)(
  "who is on the roster alone is in the map, and in no mean; on paper all fits one sheet",
  async () => {
    const few = mkdtempSync(join(folder, "absent-"));
    const [first, second, third] = [...report.students()].slice(1, 4) as [
      ReportStudent,
      ReportStudent,
      ReportStudent,
    ];
    const exercises = first.exercises.map((each) => ({
      ...each,
      score: 0,
      outcome: "missing" as const,
      checks: each.checks.map((check) => ({
        ...check,
        score: 0,
        outcome: "missing" as const,
        picture: () => undefined,
      })),
    }));
    const absent = (id: string, marked: boolean): ReportStudent => ({
      ...{ id, score: 0, maxScore: first.maxScore, mark: marked ? 8 : 0, exercises, absent: { marked } },
    });
    const students = () => [first, second, third];
    const due = "2026-12-01T23:59+01:00";
    await writeHtml({ ...report, due, students, absent: [absent("zed", false), absent("zoe", true)] }, few);
    const small = await opened(join(few, "index.html"));
    const rows = (await small.locator("tbody tr").allInnerTexts()).map((row) => row.split(/\s+/));
    const zed = rows.find(([id]) => id === "zed")!;
    expect(zed.slice(0, 2)).toEqual(["zed", "absent"]);
    expect(rows.find(([id]) => id === "zoe")![1]).toBe("8");
    expect(await small.locator("tfoot .name").textContent()).toBe("Mean of 4");
    expect(await small.locator("footer").textContent()).toContain("3 submissions");
    await small.evaluate("location.hash = '#student=zed'");
    await small.locator("article.student").waitFor();
    expect(await small.locator(".sum").textContent()).toBe("no mark");
    await small.evaluate("location.hash = '#'");
    await small.locator("tbody").waitFor();
    const sheets = (await small.pdf({ format: "A4" })).toString("latin1").match(/\/Type \/Page\b/g);
    expect(sheets).toHaveLength(1);
    expect(await small.locator(".on-paper").textContent()).toContain(
      "Class · Class report · Async Dojo · due 2026-12-01 23:59+01:00 · printed ",
    );
    await small.close();
  },
);

// axe looks at each cell for a long time: its class is the first twelve of the thousand, who have all kinds of rows.
test.skipIf(skipped)("axe finds nothing in any view, light or dark", async () => {
  const few = mkdtempSync(join(folder, "few-"));
  await writeHtml({ ...report, students: () => [...report.students()].slice(0, 12) }, few);
  const small = await opened(join(few, "index.html"));
  const found: Record<string, string[]> = {};
  await small.evaluate(readFileSync(axe, "utf8"));
  for (const colorScheme of ["light", "dark"] as const) {
    await small.emulateMedia({ colorScheme });
    for (const view of ["#", "#student=s0004", "#view=checks", "#view=misconceptions", "#view=eye"]) {
      await small.evaluate(`location.hash = ${JSON.stringify(view)}`);
      if (view.startsWith("#student"))
        await small.locator(".checks li").first().waitFor({ state: "attached" });
      found[`${view} ${colorScheme}`] = await violations(small);
    }
  }
  await small.close();
  expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
  expect(Object.keys(found)).toHaveLength(10);
});

test.skipIf(skipped)("in all this the console stayed empty", () => {
  expect(messages).toEqual([]);
});

test.skipIf(skipped)("the policy stops a script that got into the page, and what it would load", async () => {
  const attack =
    `<script>window.injected=1</script><img src="x" onerror="window.injected=2">` +
    `<style>body{display:none}</style><a href="javascript:window.injected=3" id="trap">x</a></body>`;
  const path = join(folder, "injected.html");
  writeFileSync(
    path,
    readFileSync(file, "utf8").replace("</body>", () => attack),
  );
  const before = messages.length;
  const attacked = await opened(path);
  await attacked.evaluate("document.getElementById('trap').click()");
  const markup = "try { document.body.innerHTML = '<p>'; 'taken' } catch (error) { error.name }";
  expect(await attacked.evaluate(markup)).toBe("TypeError");
  expect(
    await attacked.evaluate("[window.injected ?? 'nothing', getComputedStyle(document.body).display]"),
  ).toEqual(["nothing", "flex"]);
  const stopped = messages
    .slice(before)
    .filter((message) => /Content Security Policy|TrustedHTML/.test(message));
  expect(stopped.length).toBeGreaterThanOrEqual(4);
  await attacked.close();
});
