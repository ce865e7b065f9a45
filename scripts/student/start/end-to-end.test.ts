// `npm start` in a real terminal, as a student has it.
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { descendants, isAlive } from "../../../graders/engine/testing/processes.ts";
import { rightAnswer, type SmallProject, smallProject, stub } from "../../testing/small-project.ts";
import { Terminal, withoutTmux } from "../../testing/tmux.ts";

if (withoutTmux) console.warn(`The tests of npm start are skipped: ${withoutTmux}`);

const FILE = "exercises/03-three/three.ts";
const oneByOne = `export async function fetchAll(fetchApi: (id: number) => Promise<string>) {
  return [await fetchApi(1), await fetchApi(2), await fetchApi(3)];
}
`;
const endless = "export function fetchAll() {\n  for (;;);\n}\n";
const hint = (title: string, body: string) =>
  `<details><summary>${title}</summary>\n\n${body}\n\n</details>\n`;

function project(): SmallProject {
  const small = smallProject();
  const grader = readFileSync(join(small.root, "graders/03-three.ts"), "utf8");
  const hints = hint("Hint 1: a nudge", "Look.") + hint("Hint 2: nearly", "Promise.all");
  small.write("exercises/03-three/README.md", `# 03 · Three at once\n\nFetch all three.\n\n${hints}`);
  small.write("graders/04-again.ts", grader.replace('"03-three"', '"04-again"'));
  small.write("graders/stubs.json", JSON.stringify({ "03-three": stub, "04-again": stub }));
  small.write("exercises/04-again/README.md", "# 04 · Once more\n\nThe same again.\n");
  small.write("exercises/04-again/again.ts", stub);
  small.write("exercises/04-again/.grader.ts", "");
  small.write("my editor.sh", 'echo "In an editor."; read line; cp answer.ts "$1"\n');
  small.write("answer.ts", rightAnswer);
  return small;
}

/** Starts it; when it ends, the terminal tells the exit code and whether it takes lines and echoes again. */
function start(root: string, size = { columns: 100, rows: 34 }): Terminal {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|TEST$|NODE_ENV|NODE_OPTIONS|npm_|INIT_CWD|FORCE_COLOR|NO_COLOR|CI$)/.test(name),
  );
  const node = `'${process.execPath}' scripts/start.ts`;
  const command = `EDITOR="sh 'my editor.sh'" ${node}; echo "left with $?: $(stty -a | grep -ow -e icanon -e echo | xargs)"; exec cat`;
  return new Terminal({ command, cwd: root, env: Object.fromEntries(kept), ...size });
}

describe.skipIf(withoutTmux)("in a terminal", () => {
  let small: SmallProject;
  let terminal: Terminal;
  beforeAll(async () => {
    small = project();
    terminal = start(small.root);
    await terminal.shows(["not begun yet"]);
  });
  afterAll(() => {
    terminal?.close();
    small?.remove();
  });

  test("an exercise that is not begun shows its task", async () => {
    const screen = await terminal.shows(["Fetch all three.", "white ░░ 0/20"]);
    expect(screen[0]).toMatch(/^ 03 Three at once +white ░░ 0\/20$/);
    expect(screen.join("\n")).toContain(`then write in\n ${FILE}.`);
    expect(screen.at(-1)).toMatch(/^ \? help {2}q quit {2}n next {2}h hint/);
  });

  test("a save shows its verdict and timeline, the next save replaces it", async () => {
    small.write(FILE, oneByOne);
    const failing = await terminal.shows(["✗ 2 of 4 checks, 4 of 10 points", "as it could be"], "grading");
    const text = failing.join("\n");
    expect(text).toContain("✗ 0/4 fetches all three in the time of the slowest");
    expect(text).toContain("Your function resolved at 3000 ms; expected 1000 ms.");
    expect(text).toMatch(/fetchApi\(2\) +█+ +┊/);
    terminal.press("s");
    const steps = await terminal.shows(["step 1 of", "waits now", "→ next"]);
    expect(steps.join("\n")).toContain("fetchAll() is called");
    terminal.press("Down");
    await terminal.shows([
      /^› +1000 ms +▼ something outside has an answer/m,
      "› 2 │   return [await fetchApi(1)",
    ]);
    small.write(FILE, rightAnswer);
    const passing = await terminal.shows(["✓ passes: 10 of 10 points", "n: on to 04 Once more"], "grading");
    expect(passing.join("\n")).toContain("white belt: 1 of 2 exercises, 10 of 20 points");
    expect(passing.join("\n")).not.toContain("3000 ms");
    expect(passing[0]).toMatch(/white █░ 10\/20$/);
  });

  test("each key", async () => {
    terminal.press("?");
    await terminal.shows(["the next exercise that does not pass yet", "Esc back"]);
    terminal.press("Escape");
    await terminal.shows(["✓ passes"], "Esc back");
    terminal.press("t");
    await terminal.shows(["Fetch all three.", "Esc back"]);
    terminal.press("t");
    await terminal.shows(["✓ 4/4 fetches all three"], "Esc back");
    terminal.press("h");
    await terminal.shows(["03-three, hint 1 of 2: a nudge", "1 more: h"]);
    terminal.press("h");
    await terminal.shows(["hint 2 of 2: nearly", "From the first again: H"]);
    terminal.press("H");
    await terminal.shows(["hint 1 of 2: a nudge"]);
    terminal.press("v");
    const pictures = await terminal.shows(["✓ 2/2 takes as long as the calls do", "resolved at 70 ms"]);
    expect(pictures.join("\n")).toContain("resolved at 1000 ms");
    terminal.press("v");
    await terminal.shows(["✓ 2/2 takes as long as the calls do"], "resolved at 70 ms");
    terminal.press("p");
    await terminal.shows(["This is the first exercise."]);
    terminal.press("n");
    await terminal.shows(["04 Once more", "The same again.", "not begun yet"], "grading");
    terminal.press("h");
    await terminal.shows(["There are no hints in exercises/04-again/README.md."]);
    terminal.press("n");
    await terminal.shows(["All the others pass."]);
    terminal.press("p");
    await terminal.shows(["✓ passes: 10 of 10 points"], "grading");
    terminal.press("l");
    await terminal.shows(["✓ › 03 Three at once  10 of 10 points", "·   04 Once more"]);
    terminal.press("Down");
    await terminal.shows(["· › 04 Once more"]);
    terminal.press("Enter");
    await terminal.shows(["not begun yet", "The same again."], "grading");
    terminal.press("a");
    await terminal.shows(["10 of 20 points (50 %)"], "to go");
    terminal.press("l", "k", "Enter");
    await terminal.shows(["✓ passes: 10 of 10 points"], "grading");
    terminal.press("c");
    await terminal.shows(["✓ passes: 10 of 10 points"], "grading");
    terminal.paste("r y q");
    await terminal.shows(["Pasted text does nothing here"]);
  });

  test("e opens the file in one's editor, which has the terminal until it ends", async () => {
    small.write(FILE, oneByOne);
    await terminal.shows(["✗ 2 of 4 checks"], "grading");
    terminal.press("e");
    await terminal.shows(["In an editor."], "? help");
    terminal.press("Enter");
    await terminal.shows(["✓ passes: 10 of 10 points", "? help"], "grading");
  });

  test("reset asks, and keeps the attempt", async () => {
    terminal.press("r");
    await terminal.shows(["Reset three.ts? Yours is kept in .attempts/. (y/n)"]);
    terminal.press("n");
    await terminal.shows(["three.ts stays as it is."]);
    expect(readFileSync(join(small.root, FILE), "utf8")).toBe(rightAnswer);
    terminal.press("r", "y");
    await terminal.shows(["Your attempt is kept in .attempts/03-three/", "not begun yet"]);
    expect(readFileSync(join(small.root, FILE), "utf8")).toBe(stub);
    const kept = readdirSync(join(small.root, ".attempts/03-three"));
    expect(kept.map((name) => readFileSync(join(small.root, ".attempts/03-three", name), "utf8"))).toEqual([
      rightAnswer,
    ]);
  });

  test("any size: the verdict fits, and long feedback scrolls inside", async () => {
    small.write(FILE, oneByOne);
    await terminal.shows(["✗ 2 of 4 checks", "as it could be"], "grading");
    terminal.resize(40, 15);
    // A terminal that shrinks may show the old frame's end for a moment.
    const narrow = await terminal.shows([/^ 03 Three at once/, /↓ \d+ more: Space/, / h hint {2}l list$/m]);
    expect(narrow).toHaveLength(15);
    expect(narrow[0]).toMatch(/^ 03 Three at once +white ▒░ 4\/20$/);
    expect(narrow[1]).toBe(" ✗ 2 of 4 checks, 4 of 10 points");
    expect(narrow.at(-1)).toBe(" ? help  q quit  n next  h hint  l list");
    terminal.press("Space");
    await terminal.shows([/↑ \d+ more/]);
    terminal.press("G");
    const end = await terminal.shows(["✓ 2/2 asks for 1, 2 and 3"], "↓");
    expect(end[1]).toBe(" ✗ 2 of 4 checks, 4 of 10 points");
    terminal.press("g");
    await terminal.shows(["✗ 0/4 fetches all three"], "↑");
    terminal.resize(8, 3);
    await terminal.shows([" 03"]);
    terminal.resize(100, 34);
    await terminal.shows(["as it could be", "o output  r reset"]);
  });

  test("an endless loop is stopped and told, and a newer save does not wait for it", async () => {
    small.write(FILE, endless);
    await terminal.shows(["never came back"], "grading");
    small.write(FILE, endless.replace("for (;;);", "for (;;) 1;"));
    await terminal.shows(["grading"]);
    small.write(FILE, rightAnswer);
    await terminal.shows(["✓ passes: 10 of 10 points"], "grading");
  });

  test("a syntax error shows the line; deleted files and folders are told, and may come back", async () => {
    small.write(FILE, `${oneByOne}const x = ;\n`);
    await terminal.shows([`${FILE}:4:11`, "> 4 | const x = ;"], "grading");
    rmSync(join(small.root, FILE));
    await terminal.shows(
      ["three.ts", "✗ 0 of 4 checks", /r: |npm run reset|missing|no .*three\.ts/i],
      "grading",
    );
    small.write(FILE, rightAnswer);
    await terminal.shows(["✓ passes: 10 of 10 points"], "grading");
    rmSync(join(small.root, "exercises"), { recursive: true });
    await terminal.shows(["✗ 0 of 4 checks"], "grading");
    small.write("exercises/04-again/again.ts", stub);
    small.write(FILE, rightAnswer);
    await terminal.shows(["✓ passes: 10 of 10 points"], "grading");
  });

  test("a save of another exercise leads there", async () => {
    small.write("exercises/04-again/again.ts", oneByOne);
    await terminal.shows(["04 ", "✗ 2 of 4 checks", "0/4 fetches all three"], "grading");
  });

  test("q leaves the terminal as it was, and no process behind", async () => {
    const started = descendants(Number(terminal.fact("pane_pid")));
    terminal.press("q");
    await terminal.shows(["left with 0: icanon echo"]);
    expect([terminal.fact("alternate_on"), terminal.fact("cursor_flag")]).toEqual(["0", "1"]);
    await expect.poll(() => started.filter(({ pid }) => isAlive(pid))).toEqual([]);
  });
});

describe.skipIf(withoutTmux)("ways to leave", () => {
  let small: SmallProject;
  beforeAll(() => {
    small = project();
  });
  afterAll(() => small?.remove());

  test("it begins where one was, and Ctrl-C ends it, also amid an endless loop", async () => {
    small.write(".cache/start.json", '{"exercise":"04-again"}');
    small.write("exercises/04-again/again.ts", endless);
    const terminal = start(small.root);
    try {
      await terminal.shows(["04 Once more", "grading"]);
      const started = descendants(Number(terminal.fact("pane_pid")));
      terminal.press("C-c");
      await terminal.shows(["left with 0: icanon echo"]);
      expect([terminal.fact("alternate_on"), terminal.fact("cursor_flag")]).toEqual(["0", "1"]);
      // The compiler notices the end of its input a moment later.
      await expect.poll(() => started.filter(({ pid }) => isAlive(pid))).toEqual([]);
    } finally {
      terminal.close();
    }
  });
});

test("without a terminal it says what to use instead", async () => {
  const small = project();
  try {
    expect(await small.node("scripts/start.ts")).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "npm start needs a terminal to draw in. Without one: npm test exercises/01, and npm run score.\n",
    });
    const { code, stderr } = await small.node("scripts/start.ts", "99");
    expect([code, stderr]).toEqual([1, 'There is no exercise "99". There are 03–04; and the belts white.\n']);
  } finally {
    small.remove();
  }
});
