import { expect, test } from "vitest";
import { latestUploads } from "./uploads.ts";

const graded = (file: string) => ["three-apis.ts", "level-2.ts"].includes(file);

/** Which upload each name is read from, for uploads written `number file`. */
function read(...uploads: string[]) {
  const all = uploads.map((text) => {
    const [upload, file] = text.split(" ") as [string, string];
    return { name: text, owner: { name: "ada", upload: Number(upload), file } };
  });
  return Object.fromEntries(latestUploads(all, graded));
}

test("a file that Canvas renamed, since one of its name was there, is read by its own name", () => {
  expect(read("7 three-apis-1.ts", "8 helper-3.ts")).toEqual({
    "three-apis-1.ts": "7 three-apis-1.ts",
    "three-apis.ts": "7 three-apis-1.ts",
    "helper-3.ts": "8 helper-3.ts",
    "helper.ts": "8 helper-3.ts",
  });
});

test("of several versions of an exercise's file, the latest upload counts, whatever its name", () => {
  expect(read("9 three-apis-2.ts", "7 three-apis.ts", "10 three-apis-10.ts")["three-apis.ts"]).toBe(
    "10 three-apis-10.ts",
  );
  expect(read("9 three-apis-1.ts", "11 three-apis.ts")["three-apis.ts"]).toBe("11 three-apis.ts");
});

test("a helper's own name comes before a renamed one's, and an exercise's name is not taken apart", () => {
  expect(read("7 helper.ts", "8 helper-1.ts")["helper.ts"]).toBe("7 helper.ts");
  expect(read("7 level-2.ts")).toEqual({ "level-2.ts": "7 level-2.ts" });
});

test("Moodle renames nothing, so nothing is taken back", () => {
  const owner = { name: "Ada", file: "three-apis-1.ts" };
  expect([...latestUploads([{ name: "x", owner }], graded).keys()]).toEqual(["three-apis-1.ts"]);
});
