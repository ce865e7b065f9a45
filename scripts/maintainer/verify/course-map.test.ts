import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { courseMapFacts, PARTS } from "./course-map.ts";

const belts = [
  "| 03  | [Three](03-three/README.md) | to start calls together | P1, P2 |",
  "| 04  | Four | limits | beyond |",
];
/** Every part has 03 but for these. */
const course = (other: Record<string, string>) =>
  PARTS.map((part) => `| ${part} | about | ${other[part] ?? "03"} |`);
const problems = (rows: string[], table: string[]) => {
  const map = [
    ...["# The map", "", "| | Exercise | Teaches | Course |", "| --- | --- | --- | --- |", ...rows, ""],
    ...["## From the course to the exercises", "", "| Part | About | Exercises |", "| --- | --- | --- |"],
    ...[...table, "", "## Others", "", "| P99 | is not meant | 99 |", ""],
  ];
  const root = temporaryFolder({ "exercises/README.md": map.join("\r\n") });
  return courseMapFacts(root, ["03-three", "04-four"]).map(({ problem }) => problem);
};
const three = `| 03 | Three | calls | ${PARTS.slice(0, -1).join(", ")} |`;

test("a part may have several rows, and what goes past the course may be in a part, too", () => {
  const table = [...course({ beyond: "04, 03" }), "| | more of that | 03 |"];
  expect(problems([three, belts[1]!], table)).toEqual([undefined, undefined, undefined]);
});

test("a part without an exercise that there is, and one that there is not, are named", () => {
  const [without, strange] = problems(
    [three, belts[1]!],
    [...course({ P7: "", P9: "33" }), "| P13 | ? | 03 |"],
  );
  expect(without).toMatch(/has no exercise for P7, P9\. Write one into its row\.$/);
  expect(strange).toMatch(/has a row for P13\. Parts are P1, .*, beyond\.$/);
});

test("what one table says and the other does not is named, either way", () => {
  const [, , differ] = problems([belts[0]!, belts[1]!], course({ P2: "04", beyond: "03" }));
  expect(differ).toMatch(
    /differ\. Write into the latter: 03 in P2, 04 in beyond; into the former: P2 at 04, P3 at 03, .*P12 at 03\.$/,
  );
});
