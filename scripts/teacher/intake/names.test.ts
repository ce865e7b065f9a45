import { expect, test } from "vitest";
import { fold, ignored, isArchiveName, withoutArchiveEnding } from "./names.ts";

test.each([
  ["ada.zip", "ada"],
  ["ada.tar.gz", "ada"],
  ["ADA.TGZ", "ADA"],
  ["ada.v2.tar", "ada.v2"],
  ["ada.rar", "ada"],
  ["ada.7z", "ada"],
  ["ada.tar.bz2", "ada"],
  ["three-apis.ts.gz", "three-apis.ts"],
])("%s is an archive's name, %s without its ending", (name, stem) => {
  expect([isArchiveName(name), withoutArchiveEnding(name)]).toEqual([true, stem]);
});

test("other names are no archive's", () => {
  expect(["zip", "a.zip.ts", "a.ts", "tar.gz.md", "ada"].filter(isArchiveName)).toEqual([]);
});

test.each([
  ["Ada", "ada"],
  ["stra\u00dfe", "STRASSE"],
  ["\u03c3\u03c2", "\u03c3\u03c3"],
  ["Jos\u00e9", "Jose\u0301"],
  ["ada", "ada\u200b"],
  ["ada", "a\u00adda"],
  ["ada", "ada. "],
])("%j and %j are one name to someone", (a, b) => {
  expect(fold(a)).toBe(fold(b));
});

test("different names stay different", () => {
  const names = ["ada", "ad\u00e0", "adah", "a.da", "a da", "\u0430da"];
  expect(new Set(names.map(fold)).size).toBe(names.length);
});

test("a long run of dots takes no longer for that", () => {
  const name = `a${" .".repeat(500_000)}b`;
  expect(fold(name).length).toBe(name.length);
});

test("what no student hands in as an answer is passed over", () => {
  expect([".git", ".DS_Store", "node_modules", "__MACOSX", "ada", "exercises"].filter(ignored)).toEqual([
    ".git",
    ".DS_Store",
    "node_modules",
    "__MACOSX",
  ]);
});
