import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type SmallProject, smallProject } from "../../testing/small-project.ts";

let project: SmallProject;
beforeAll(() => {
  project = smallProject();
  const hint = (title: string, body: string) =>
    `<details><summary>${title}</summary>\n\n${body}\n\n</details>\n`;
  const hints = [
    hint("Hint 1: a nudge", "Look."),
    hint("Hint 2: more", "Think."),
    hint("Hint 3: nearly", "```ts\ngo();\n```"),
  ];
  project.write("exercises/03-three/README.md", `# 03 · Three\n\n${hints.join("\n")}`);
});
afterAll(() => project.remove());

const hint = (...args: string[]) => project.node("scripts/hint.ts", ...args);
const state = () => join(project.root, ".attempts/hints.json");
const shows = (number: number, title: string, body: string, left: string) => ({
  code: 0,
  stderr: "",
  stdout: `\n03-three, hint ${number} of 3: ${title}\n\n  ${body}\n\n${left}\n`,
});
const first = shows(1, "a nudge", "Look.", "2 more: npm run hint 03");
const last = shows(
  3,
  "nearly",
  "    go();",
  "That was the last. From the first again: npm run hint 03 again",
);

test("each call goes one hint further, the last one stays, and `again` starts over", async () => {
  expect(existsSync(state())).toBe(false);
  expect(await hint("03")).toEqual(first);
  expect(await hint("3")).toEqual(shows(2, "more", "Think.", "1 more: npm run hint 03"));
  expect(await hint("exercises/03-three/")).toEqual(last);
  expect(await hint("03")).toEqual(last);
  expect(JSON.parse(readFileSync(state(), "utf8"))).toEqual({ "03-three": 3 });
  expect(await hint("03", "again")).toEqual(first);
  expect(await hint("--again", "03")).toEqual(first);
});

test("whatever stands in the record, there is a hint, and other exercises' counts stay", async () => {
  for (const text of ["", "{", "null", "[7]", '{"03-three":"2"}', '{"03-three":-1}', '{"03-three":1.5}']) {
    project.write(".attempts/hints.json", text);
    expect([text, await hint("03")]).toEqual([text, first]);
    expect(JSON.parse(readFileSync(state(), "utf8"))).toEqual({ "03-three": 1 });
  }
  project.write(".attempts/hints.json", '{"03-three":99,"01-other":2}');
  expect(await hint("03")).toEqual(last);
  expect(JSON.parse(readFileSync(state(), "utf8"))).toEqual({ "03-three": 3, "01-other": 2 });
});

test("bad usage is told in one line, and nothing is counted", async () => {
  project.write(".attempts/hints.json", "{}\n");
  const fault = async (...args: string[]) => {
    const { code, stdout, stderr } = await hint(...args);
    expect([code, stdout]).toEqual([1, ""]);
    return stderr;
  };
  expect(await fault()).toBe("Name one exercise: npm run hint 03\n");
  expect(await fault("03", "04")).toBe("Name one exercise: npm run hint 03\n");
  expect(await fault("99")).toBe('There is no exercise "99". There are 03; and the belts white.\n');
  expect(await fault("--all", "03")).toBe("There is no option --all. See: npm run hint -- --help\n");
  expect(readFileSync(state(), "utf8")).toBe("{}\n");
});

test("an exercise without hints says so", async () => {
  project.write("exercises/04-bare/.grader.ts", "");
  expect(await hint("04")).toEqual({
    code: 1,
    stdout: "",
    stderr: "There are no hints in exercises/04-bare/README.md.\n",
  });
});
