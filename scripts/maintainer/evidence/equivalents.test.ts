import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { equivalentsFacts, readEquivalents } from "./equivalents.ts";
import { readPieces } from "./project-files.ts";

const entry = { line: "go();", original: "go();", replacement: ";", reason: "Nobody looks." };
const project = (list: unknown) =>
  temporaryFolder({
    "solutions/03-x/x.ts": "function f() {\n  go();\n}\n",
    "solutions/03-x/also-correct/y.ts": "",
    "solutions/03-x/equivalent-mutants.json": typeof list === "string" ? list : JSON.stringify(list),
  });
const read = (list: unknown) => {
  const root = project(list);
  return readEquivalents(root, readPieces(root, "03-x"));
};

test("a list is read by file; without one nothing is listed", () => {
  expect(read({ "x.ts": [entry, { ...entry, nth: 2 }], "also-correct/y.ts": [] })).toEqual({
    "x.ts": [
      { ...entry, nth: 1 },
      { ...entry, nth: 2 },
    ],
    "also-correct/y.ts": [],
  });
  const root = temporaryFolder({ "solutions/03-x/x.ts": "" });
  expect(readEquivalents(root, readPieces(root, "03-x"))).toEqual({});
});

test("a list that is wrong is refused with its place", () => {
  const path = "solutions/03-x/equivalent-mutants.json";
  expect(() => read("{")).toThrow(`${path} is no JSON: `);
  expect(() => read({ "x.ts": [{ ...entry, reason: " " }] })).toThrow(
    `${path}: x.ts.0.reason: it is empty. It holds`,
  );
  expect(() => read({ "x.ts": [{ ...entry, why: "" }] })).toThrow(`${path}: x.ts.0.why: `);
  expect(() => read({ "x.ts": [{ ...entry, nth: 0 }] })).toThrow(`${path}: x.ts.0.nth: `);
  expect(() => read([entry])).toThrow(`${path}: `);
  expect(() => read({ "z.ts": [] })).toThrow(
    `${path} names z.ts, which is no right answer. There are: x.ts, also-correct/y.ts`,
  );
});

test("verify has a fact about each list: it can be read, and its lines are there", () => {
  const name = "03-x: its equivalent mutants are listed with reasons";
  const facts = (list: unknown) => {
    const root = project(list);
    return equivalentsFacts(root, readPieces(root, "03-x"));
  };
  expect(facts({ "x.ts": [entry] })).toEqual([{ name }]);
  expect(facts({ "x.ts": [{ ...entry, line: "gone();" }] })).toEqual([
    {
      name,
      problem: "No line of x.ts is `gone();`. Mend the entry, and run npm run mutants -- --only 03",
    },
  ]);
  expect(facts("[")).toEqual([{ name, problem: expect.stringContaining("is no JSON") }]);
  const none = temporaryFolder({ "solutions/03-x/x.ts": "" });
  expect(equivalentsFacts(none, readPieces(none, "03-x"))).toEqual([]);
});
