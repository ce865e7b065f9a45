import { afterAll, beforeAll, expect, test } from "vitest";
import { type SmallProject, smallProject } from "../../testing/small-project.ts";

let project: SmallProject;
/** Two clients come at 100 ms, and one asks for what the other brings. */
const grader = `import { that } from "./kit/expectations.ts";
import { check, grader } from "./kit/grader.ts";

type Student = { make(): { put(): void; get(): string } };
const play = {
  scenario: (world: any, { make }: Student, size: number) => {
    const shelf = make();
    world.at(100, () => shelf.put());
    for (let client = 1; client < size; client++) world.at(100, () => world.note("got", shelf.get()));
  },
  expect: (trace: any) => trace.notes.map(({ value }: any) => that(value !== "half", "somebody got half of it.")),
};

export default grader<Student>("03-three", [
  check("story", "gives what is there", { points: 4, cast: [1], ...play }),
  check("order", "never gives half of it", {
    points: 2,
    cast: [2],
    explored: { of: "clients", inputs: (size: number) => [size] },
    ...play,
  }),
  check("more", "never gives half of it to two", { points: 2, cast: [3], ...play }),
  check("none", "needs nobody to take it", { points: 2, cast: [1], ...play }),
]);
`;
const whole = `export function make() {
  let shelf = "";
  return {
    put() {
      shelf = "whole";
    },
    get: () => shelf,
  };
}
`;
// It shows only to who comes before the microtask.
const halved = whole.replace(
  'shelf = "whole";',
  'shelf = "half";\n      queueMicrotask(() => (shelf = "whole"));',
);

beforeAll(() => {
  project = smallProject();
  project.write("graders/03-three.ts", grader);
  project.write("solutions/03-three/three.ts", whole);
  project.write("halved.ts", halved);
});
afterAll(() => project.remove());

const explore = async (...args: string[]) => {
  const { code, stdout, stderr } = await project.node("scripts/explore.ts", ...args);
  return { code, stdout: stdout.replaceAll(/in \d+\.\d s \([\d,]+ a second\)/g, "in no time"), stderr };
};

test("all schedules of the reference hold", async () => {
  expect(await explore("03", "--clients", "2")).toEqual({
    code: 0,
    stderr: "",
    stdout: `03-three: never gives half of it
  ✓ 1 client, every order                                               all 1 input          1 run  hold
  ✓ 1 client, every order, up to 1 pair in one turn                     all 1 input          1 run  hold
  ✓ 2 clients, every order                                              all 1 input         2 runs  hold
  ✓ 2 clients, every order, up to 1 pair in one turn                    all 1 input         4 runs  hold
  Holds for 2 clients, every order, up to 1 pair in one turn. 8 schedules in no time.
`,
  });
});

test("what shows in one turn alone is found, and its token shows it again", async () => {
  const found = await explore("03", "--answer", "halved.ts", "--jobs", "1");
  expect(found).toMatchObject({ code: 1, stderr: "" });
  expect(found.stdout).toContain("✓ 2 clients, every order  ");
  expect(found.stdout).toMatch(
    /✗ 2 clients, every order, up to 1 pair in one turn +0 of 1 inputs +2 runs {2}fails/,
  );
  expect(found.stdout).toContain("somebody got half of it.");
  const [, again] = /again: npm run explore -- (.*)/.exec(found.stdout)!;
  const shown = await explore(...again!.split(" "));
  expect(shown).toMatchObject({ code: 1, stderr: "" });
  expect(found.stdout).toContain(shown.stdout.trim());
  expect(await explore("03", "--replay", again!.split(" ").at(-1)!)).toMatchObject({ code: 0 });
});

test("of all answers the right ones hold, and who fails the check is found", async () => {
  project.write("solutions/03-three/wrong/half-given.ts", `// fails: order (half-given)\n${halved}`);
  project.write("solutions/03-three/wrong/nothing-given.ts", `// fails: order (nothing-given)\n${whole}`);
  project.write("solutions/03-three/wrong/other.ts", `// fails: more (other); also: order\n${halved}`);
  const { code, stdout, stderr } = await explore("03", "--answers");
  expect({ code, stderr, stdout: stdout.replaceAll(/ +\d+\.\d s/g, " soon") }).toEqual({
    code: 1,
    stderr: "",
    stdout: `03-three: never gives half of it
  ✓ three.ts                                                               32 schedules soon  holds
  ✓ wrong/half-given.ts                                                     6 schedules soon  fails
  ✗ wrong/nothing-given.ts                                                 32 schedules soon  holds, and the grader fails it
  ✓ wrong/other.ts                                                          6 schedules soon  fails
  1 of 1 right answers hold. 1 of 2 that fail this check are found, the slowest in soon. 1 of 1 that fail others fail here, too, in some order.
`,
  });
});

test("what cannot be explored is refused with a reason", async () => {
  expect(await explore("03", "--answer", "gone.ts")).toEqual({
    code: 1,
    stdout: "",
    stderr: "gone.ts cannot be read (ENOENT). Is the path right?\n",
  });
  expect(await explore("03", "--check", "story")).toEqual({
    code: 1,
    stdout: "",
    stderr: '"story" of 03-three cannot be explored. There are: order.\n',
  });
  project.write("broken.ts", "export function make( {");
  const broken = await explore("03", "--answer", "broken.ts");
  expect(broken).toMatchObject({ code: 1, stdout: "" });
  expect(broken.stderr).toMatch(/^broken\.ts:1:\d+: Expected /);
});
