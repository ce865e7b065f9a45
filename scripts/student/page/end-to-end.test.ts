// The page in a real Chromium, through an evening: open, fail, read, step, save, green, compare; and it stays the student's own.
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium, noChromium } from "../../testing/chromium.ts";
import { rightAnswer, type SmallProject, smallProject } from "../../testing/small-project.ts";
import { startWatching, type Watching, watchingBy } from "../../testing/watching.ts";

const skipped = noChromium() !== undefined;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");
const FILE = "exercises/03-three/three.ts";
const README = `# 03 · Three <b>at</b> once

See it first: \`npm run play P6-tasks\`.

Call \`fetchApi\` for 1, 2 and 3. [More](https://example.com/all)

- at the same time

<details><summary>Hint 1: when does it begin?</summary>

A call begins at once.

</details>

<details><summary>Hint 2: all</summary>

\`Promise.all\`

</details>
`;
const inALoop = (more = "") => `export async function fetchAll(fetchApi: (id: number) => Promise<string>) {
  const all: string[] = [];
  for (const id of [1, 2, 3]) {
    console.log("asking", id${more});
    all.push(await fetchApi(id));
  }
  return all;
}
`;
const demonstration = (main: string) => `// P6: What \`await\` waits for.
const say = async (text: number) => {
  await new Promise((done) => setTimeout(done, 1000));
  console.log(text);
};
${main}
`;
const hostile = `</script><img src=x onerror="window.injected = 1">`;

let project: SmallProject;
let watching: Watching;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const messages: string[] = [];
const elsewhere: string[] = [];

beforeAll(async () => {
  if (skipped) return;
  project = smallProject();
  project.write("exercises/03-three/README.md", README);
  project.write(FILE, inALoop());
  project.write("examples/course/P6-tasks.wrong.ts", demonstration("await say(1); await say(2);"));
  project.write("examples/course/P6-tasks.right.ts", demonstration("await Promise.all([say(1), say(2)]);"));
  // An editor with a window of its own, which writes down what it is to open.
  const editor = join(project.root, "bin/code");
  project.write(
    "bin/code",
    `#!/bin/sh\nprintf '%s\\n' "$@" > "${opened()}.part" && mv "${opened()}.part" "${opened()}"\n`,
  );
  chmodSync(editor, 0o755);
  const { VISUAL } = process.env;
  process.env.VISUAL = `${editor} --wait`;
  watching = startWatching(project.root, "exercises/03");
  if (VISUAL === undefined) delete process.env.VISUAL;
  else process.env.VISUAL = VISUAL;
  browser = await launchChromium();
  context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  page = await openTab(context);
});
afterAll(async () => {
  await browser?.close();
  await watching?.stop();
  project?.remove();
});

async function openTab(context: BrowserContext, address?: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const url = address ?? (await watching.url);
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith("data:")) elsewhere.push(request.url());
  });
  await page.goto(url);
  return page;
}

/** Where the editor writes it. */
const opened = () => join(project.root, "opened.txt");
const first = () => page.locator(".check").first();
const status = () => page.locator(".strip .status").textContent();
/** Resolves once the verdict says so. */
const says = (text: string | RegExp) => page.locator(".verdict .sum", { hasText: text }).waitFor();
const failsSo = (text: string) => page.locator(".check[open] .feedback", { hasText: text }).first().waitFor();

test.skipIf(skipped)(
  "the first failure is open: in words, with its timeline, and its lines marked",
  async () => {
    await says("2 of 4 checks4 of 10 points");
    expect(await page.locator("h1").textContent()).toBe("03Three <b>at</b> once");
    expect(await page.locator(".check[open] > summary h2").allTextContents()).toEqual([
      "fetches all three in the time of the slowest",
    ]);
    expect(await first().locator(".feedback").textContent()).toBe(
      "Your function resolved at 3000 ms; expected 1000 ms.",
    );
    expect(await first().locator(".misconception h3").textContent()).toBe(
      "One after the other instead of together",
    );
    expect(await first().locator(".picture svg rect.async").count()).toBe(6);
    await page.locator(".listing .matters").first().waitFor();
    expect(await page.locator(".listing .matters").allTextContents()).toEqual([
      "    all.push(await fetchApi(id));waits 3 times, 3000 ms",
    ]);
    expect(await page.title()).toMatch(/^✗ 03 /);
  },
);

test.skipIf(skipped)(
  "the keyboard reaches every lane and every moment, and each says what it is",
  async () => {
    const lanes = first().locator(".lane");
    await lanes.first().focus();
    // The line that made the call is marked meanwhile.
    await page.locator(".side .runs", { hasText: "all.push(await fetchApi(id));" }).waitFor();
    const readout = first().locator(".readout");
    const said: (string | null)[] = [await readout.textContent()];
    const count = await lanes.count();
    for (let each = 1; each < count; each++) {
      await page.keyboard.press("ArrowDown");
      said.push(await readout.textContent());
    }
    expect(said).toEqual([
      'fetchApi(1) 0 to 1000 ms, resolved to "data 1"',
      'fetchApi(2) 1000 to 2000 ms, resolved to "data 2"',
      'fetchApi(3) 2000 to 3000 ms, resolved to "data 3"',
      "settled: resolved at 3000 ms, which is wrong",
      "fetchApi(1, 0, [1, 2, 3]) 0 to 1000 ms",
      "fetchApi(2, 1, [1, 2, 3]) 0 to 1000 ms",
      "fetchApi(3, 2, [1, 2, 3]) 0 to 1000 ms",
      "settled: resolved at 1000 ms",
    ]);
    expect(await page.locator(".side .runs").count()).toBe(0);
    expect(await lanes.evaluateAll((all) => all.map((one) => (one as any).ariaLabel))).toEqual(said);
    const moments: (string | null)[] = [];
    for (const key of ["Home", "ArrowRight", "KeyD", "End", "ArrowRight", "ArrowLeft"]) {
      await page.keyboard.press(key);
      moments.push(await readout.textContent());
    }
    expect(moments).toEqual([
      "0 ms: fetchApi(1) begins",
      "1000 ms: fetchApi(1) ends; fetchApi(2) begins",
      "2000 ms: fetchApi(2) ends; fetchApi(3) begins",
      "3000 ms: fetchApi(3) ends; settled: resolved at 3000 ms",
      "3000 ms: fetchApi(3) ends; settled: resolved at 3000 ms",
      "2000 ms: fetchApi(2) ends; fetchApi(3) begins",
    ]);
    await page.keyboard.press("+");
    expect(await first().locator(".picture svg text").allTextContents()).not.toContain("0 ms");
    await page.keyboard.press("0");
    expect(await first().locator(".picture svg text").allTextContents()).toContain("0 ms");
  },
);

test.skipIf(skipped)("the mouse tells what lane, or what moment, it is at", async () => {
  const lane = first().locator(".lane").nth(1);
  const { width, height } = (await lane.boundingBox())!;
  const axis = await first()
    .locator(".picture svg rect.async")
    .evaluateAll((bars) => bars.slice(0, 3).map((bar) => Number((bar as any).getAttribute("x"))));
  const readout = first().locator(".readout");
  await lane.hover({ position: { x: (axis[1]! + axis[2]!) / 2, y: height / 2 } });
  expect(await readout.textContent()).toBe('fetchApi(2) 1000 to 2000 ms, resolved to "data 2"');
  await lane.hover({ position: { x: axis[2]! - 4, y: height / 2 } });
  expect(await readout.textContent()).toBe("2000 ms: fetchApi(2) ends; fetchApi(3) begins");
  expect(axis[2]! - axis[1]!).toBeLessThan(width / 2);
});

test.skipIf(skipped)("step by step: the line that runs, what waits, what was printed", async () => {
  await first().getByRole("button", { name: "Step through this run" }).click();
  const list = first().getByRole("listbox");
  await list.waitFor();
  const line = page.locator(".side .runs");
  const event = list.locator("[aria-selected=true]");
  expect(await event.textContent()).toMatch(/^0 ms.*fetchAll\(\) is called/);
  await page.keyboard.press("ArrowDown");
  expect(await event.textContent()).toMatch(/^1000 ms▼something outside has an answer$/);
  expect(await line.textContent()).toContain("all.push(await fetchApi(id));");
  expect(await first().locator(".now ul li").allTextContents()).toEqual([
    "fetchAll() in line 5",
    "fetchApi(1), since 0 ms",
  ]);
  await page.keyboard.press("End");
  expect(await first().locator(".now .printed code").allTextContents()).toEqual([
    "asking 1",
    "asking 2",
    "asking 3",
  ]);
  await page.keyboard.press("Escape");
  expect(await list.count()).toBe(0);
});

test.skipIf(skipped)("task and hints: one further each time, and none before it is asked for", async () => {
  await page.getByRole("tab", { name: "Task" }).click();
  expect(await page.locator(".task").innerText()).toBe(
    "See it first: npm run play P6-tasks.\n\nCall fetchApi for 1, 2 and 3. More\n\nat the same time",
  );
  await page.getByRole("tab", { name: "Hints" }).click();
  const panel = page.locator("#panel-hints");
  expect(await panel.innerText()).not.toContain("A call begins");
  await panel.getByRole("button").click();
  await panel.getByText("A call begins at once.").waitFor();
  expect(await panel.innerText()).not.toContain("Promise.all");
});

test.skipIf(skipped)("the demonstrations that the task names run beside it, on one axis", async () => {
  await page.getByRole("tab", { name: "See it run" }).click();
  const panel = page.locator("#panel-play");
  await panel.locator(".picture svg").waitFor();
  expect(await panel.locator(".run h3").allTextContents()).toEqual([
    "P6-tasks.wrong.ts",
    "P6-tasks.right.ts",
  ]);
  expect(await panel.locator(".ended").allTextContents()).toEqual(["ended at 2000 ms", "ended at 1000 ms"]);
  expect(await panel.locator(".run .printed li").allTextContents()).toEqual([
    "1000 ms1",
    "2000 ms2",
    "1000 ms1",
    "1000 ms2",
  ]);
  await panel.getByRole("button", { name: "Step through it" }).first().click();
  await page.keyboard.press("ArrowDown");
  expect(await panel.locator(".run .listing .runs").first().textContent()).toContain(
    "await say(1); await say(2);",
  );
  await page.keyboard.press("Escape");
});

test.skipIf(skipped)("the file opens in the student's editor, at the line", async () => {
  await page.getByRole("tab", { name: "Your file" }).click();
  await page.getByRole("button", { name: "Open in code" }).click();
  await expect.poll(() => existsSync(opened())).toBe(true);
  expect(readFileSync(opened(), "utf8")).toBe(`--wait\n-g\n${join(project.root, FILE)}:1\n`);
  await page.getByRole("tab", { name: "Hints" }).click();
});

test.skipIf(skipped)("a save changes the verdict, and leaves the student where they are", async () => {
  await page.locator(".check").nth(2).locator("summary").first().click();
  project.write(FILE, inALoop(', "<b>"'));
  await page.locator(".strip .status", { hasText: "As before." }).waitFor();
  expect(await page.locator(".check[open]").count()).toBe(2);
  expect(await page.getByRole("tab", { name: "Hints" }).getAttribute("aria-selected")).toBe("true");
  expect(await first().locator(".printed code").allTextContents()).toContain("asking 1 <b>");
});

test.skipIf(skipped)(
  "of two saves within a moment the second is shown; what never ends, or breaks, is told in words",
  async () => {
    project.write(FILE, "export async function fetchAll() { for (;;); }\n");
    project.write(FILE, "export const fetchAll = () => new Promise(() => {});\n");
    await failsSo("never settles");
    project.write(FILE, "export const fetchAll = ;\n");
    await failsSo("Unexpected");
    expect(await page.locator(".listing .named code").textContent()).toBe("Here: export const fetchAll = ;");
    project.write(
      FILE,
      `export async function fetchAll() {\n  console.log(${JSON.stringify(hostile)});\n  throw new Error(${JSON.stringify(hostile)});\n}\n`,
    );
    await failsSo(hostile);
    expect(await first().locator(".printed code").textContent()).toBe(hostile);
    expect(await page.evaluate("window.injected ?? 'nothing'")).toBe("nothing");
  },
);

test.skipIf(skipped)(
  "axe finds nothing in either scheme, narrow or wide, stepped through or not",
  async () => {
    project.write(FILE, inALoop());
    await says("2 of 4 checks");
    await page.evaluate(axe);
    await first().getByRole("button", { name: "Step through this run" }).click();
    await first().getByRole("listbox").waitFor();
    const found: string[] = [];
    for (const [colorScheme, width] of [
      ["light", 320],
      ["dark", 1280],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 860 });
      expect(await page.evaluate("document.documentElement.scrollWidth"), "nothing is cut off").toBe(width);
      for (const tab of ["Task", "Your file", "See it run", "Hints"]) {
        await page.getByRole("tab", { name: tab }).click();
        // All of it once, and then what is new: to look at everything takes long.
        const where = tab === "Your file" ? "document" : '"[role=tabpanel]:not([hidden])"';
        const run = `axe.run(${where}, { resultTypes: ["violations"] })`;
        const { violations } = (await page.evaluate(run)) as any;
        for (const { id, nodes } of violations)
          found.push(`${tab}, ${colorScheme}: ${id} ${nodes[0].target} ${nodes[0].failureSummary}`);
      }
    }
    expect(found).toEqual([]);
  },
);

test.skipIf(skipped)("green without a touch, what changed, and our own answers beside", async () => {
  project.write(FILE, rightAnswer);
  await says("All 4 checks pass10 of 10 points");
  await expect.poll(status, { timeout: 20_000 }).toBe("2 → 4 of 4 checks pass; settled at 3000 → 1000 ms.");
  expect(await page.title()).toMatch(/^✓ 03 /);
  await page.getByRole("tab", { name: "Compare with ours" }).click();
  await page.locator(".compared td").first().waitFor();
  expect(await page.locator(".answer h3").allTextContents()).toEqual(["the reference"]);
  expect(await page.locator(".compared :is(.own, .other)").count()).toBe(0);
});

test.skipIf(skipped)("seven tabs of it work, though a browser gives an origin six connections", async () => {
  const tabs = [page];
  while (tabs.length < 7) tabs.push(await openTab(context));
  project.write(FILE, inALoop());
  for (const tab of tabs) await tab.locator(".verdict.bad").waitFor();
});

test.skipIf(skipped)("npm run play has a page too: a file as it ran, again on each save", async () => {
  project.write("mine.ts", "setTimeout(() => console.log('later'), 500);\n");
  const playing = watchingBy(project.root, ["scripts/play.mjs", "mine.ts", "--page"]);
  try {
    const page = await openTab(context, await playing.url);
    const ended = (text: string) => page.locator(".ended", { hasText: text }).waitFor();
    await ended("ended at 500 ms");
    expect(await page.locator("h1").textContent()).toBe("mine.ts");
    expect(await page.locator(".printed li").allTextContents()).toEqual(["500 mslater"]);
    await playing.shown(/a save runs it again/);
    project.write("mine.ts", "setTimeout(() => console.log('sooner'), 200);\n");
    await ended("ended at 200 ms");
    expect(await page.locator(".printed li").allTextContents()).toEqual(["200 mssooner"]);
    await page.close();
  } finally {
    await playing.stop();
  }
});

test.skipIf(skipped)("in all this nothing was asked for elsewhere, and the console stayed empty", () => {
  expect([elsewhere, messages]).toEqual([[], []]);
});
