import { expect, test } from "vitest";
import { NearMisses } from "./near-miss.ts";

const misses = new NearMisses([
  "03-three-apis",
  "04-timeout",
  "05-cancellation",
  "13-cashiers",
  "30-retry-timeout",
]);
const read = (path: string) => {
  const meaning = misses.meaningOf(path);
  return meaning && `${meaning.id.slice(0, 2)} ${meaning.by}`;
};

test.each([
  ...["three-apis (1).ts", "three-apis.TS", "Three-Apis.ts", "03-three-apis.ts", "03.ts", "three_apis.ts"],
  ...["threeApis.ts", "three-apis.ts.txt", "three-apis.mts", "three-apis.js", "three-apis - Copy.ts"],
  ...["three-apis-1-2.ts", "three-apis_final.ts", "Kopie von three-apis.ts", "exercises/03/three-apis.ts"],
  ...[
    "exercises/03-Three-Apis/three-apis.ts",
    "threeapis.ts",
    "ThreeAPIs.ts",
    "THREE_APIS.ts",
    "three apis v2.ts",
  ],
  ...[
    "ex03.ts",
    "Exercise 3.ts",
    "Aufgabe-03.ts",
    "tree-apis.ts",
    "three-apsi.ts",
    "three-api.ts",
    "three-apis.ts.ts",
  ],
  ...[
    "a/b/c/three-apis.ts",
    "three-apis – Kopie (2).ts",
    "three-apis.tsx",
    "three‐apis.ts",
    "three-apis(1).ts",
  ],
])("%s is three-apis.ts", (path) => expect(read(path)).toBe("03 copy"));

test.each([
  ["ada_three-apis.ts", "03 named"],
  ["three-apis-ada-lovelace.ts", "03 named"],
  ["retry-timeout.ts", "30 copy"],
  ["03-three-apis/timeout.ts", undefined],
  ["03-three-apis/index.ts", "03 place"],
  ["03-three-apis/lib/index.ts", undefined],
  ["timeout and three-apis.ts", undefined],
  ["04-three-apis.ts", undefined],
  ["three-apis.test.ts", undefined],
  ["three-apis.d.ts", undefined],
  ["three-apis-helpers.ts", undefined],
  ["index.ts", undefined],
  ["3.ts", undefined],
  ["33.ts", undefined],
  ["2026-03-04.ts", undefined],
])("%s: %s", (path, expected) => expect(read(path)).toBe(expected));

test("what lies in an exercise's folder is that exercise's", () => {
  expect(read("exercises/03-three-apis/index.ts")).toBe("03 place");
  expect(read("3/main.ts")).toBe(undefined);
  expect(read("ex 3/main.ts")).toBe("03 place");
  expect(read("Three APIs/x.ts")).toBe("03 place");
  expect(read("index.ts")).toBe(undefined);
});
