import { expect, test } from "vitest";
import type { Fact } from "../evidence/facts.ts";
import { exportedNames, gradedBullets, readmeFacts } from "./readme.ts";

const good = `# 03 · Three APIs

See it first: \`npm run play P6-tasks P7-gather\`.

A story.

\`\`\`ts
fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]>
\`\`\`

## Graded

- fetches all three in the time of the slowest
- keeps the order of the calls, whatever
  order they finish in

More words.

## Hints

<details><summary>1</summary></details>
<details><summary>2</summary></details>
<details><summary>3</summary></details>
`;
const titles = [
  "fetches all three in the time of the slowest",
  "keeps the order of the calls, whatever order they finish in",
];
const stub = "export interface ApiResponse {}\nexport function fetchAllApis() {}\n";
const pieces = { id: "03-three-apis", entry: "three-apis.ts", stub, alsoCorrect: [], wrong: [] };
const course = ["P6-tasks", "P7-gather"];
const problems = (readme: string, checks = titles) =>
  broken(readmeFacts({ ...pieces, readme }, checks, course));
const broken = (facts: Fact[]) => facts.flatMap(({ problem }) => problem ?? []);

test("a README that promises what is graded, with a signature and hints, is right", () => {
  expect(readmeFacts({ ...pieces, readme: good }, titles, course).map(({ problem }) => problem)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("bullets and titles are compared word by word, in order", () => {
  expect(problems(good, [...titles].reverse())).toEqual([
    `Bullet 1 under "## Graded" in exercises/03-three-apis/README.md says "${titles[0]}"; the grader's check is "${titles[1]}". Make them equal.`,
  ]);
  expect(problems(good, [...titles, "more"])).toEqual([
    'Bullet 3 under "## Graded" in exercises/03-three-apis/README.md is missing; the grader\'s check is "more". Make them equal.',
  ]);
  expect(problems(good, [titles[0]!])).toEqual([
    `exercises/03-three-apis/README.md promises "${titles[1]}", but no check has that title. Remove it, or write the check.`,
  ]);
  expect(problems(good.replace("## Graded", "## Rules"))).toEqual([
    expect.stringContaining('no list under "## Graded"'),
  ]);
});

test("too few hints, too many lines, no signature", () => {
  expect(problems(good.replace("<details>", ""))).toEqual([
    expect.stringContaining("has 2 <details>; write at least 3"),
  ]);
  expect(problems(good.replace("A story.", "A story.\n".repeat(30)))).toEqual([
    expect.stringContaining("has 47 lines before the hints; shorten it to 42."),
  ]);
  expect(problems(good.replace("fetchAllApis(", "fetchAll("))).toEqual([
    "No code block of exercises/03-three-apis/README.md shows fetchAllApis. Show how it is called.",
  ]);
});

test("a README that is not there has nothing of what it should have", () => {
  expect(broken(readmeFacts(pieces, titles, course))).toHaveLength(4);
});

test("the bullets end with the section, and other lists are not among them", () => {
  expect(gradedBullets(`- before\n\n${good}`)).toEqual(titles);
  expect(gradedBullets("## Graded\n\n* one\n* two\n\n### More\n\n- three")).toEqual(["one", "two"]);
  expect(gradedBullets("## Graded\n- one\n<details>\n- hint")).toEqual(["one"]);
});

test("what a stub exports that exists when it runs", () => {
  const source = `export interface A {}\nexport type B = 1;\nexport async function c() {}\nexport function* d() {}
export class E {}\nexport const f = 1;\nfunction g() {}`;
  expect(exportedNames(source)).toEqual(["c", "d", "E", "f"]);
});

test("it begins with a demonstration that there is", () => {
  expect(problems(good.replace(/See it.*\n\n/, ""))).toEqual([
    "exercises/03-three-apis/README.md names no demonstration. Write after its title: See it first: `npm run play P6-tasks`. `npm run play` lists them.",
  ]);
  expect(problems(good.replace("P7-gather", "P7-all"))).toEqual([
    "exercises/03-three-apis/README.md names P7-all, which is not in examples/course.",
  ]);
});
