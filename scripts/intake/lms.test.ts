import { expect, test } from "vitest";
import { latestUploads, ownerOfFile, ownerOfFolder } from "./lms.ts";

test.each([
  ["lovelaceada_12345_67890_three-apis.ts", ["lovelaceada", "12345", 67890, "three-apis.ts"]],
  ["lovelaceada_LATE_12345_67890_three-apis.ts", ["lovelaceada", "12345", 67890, "three-apis.ts"]],
  ["müllerjörg_12345_67890_my_answer_1_2_x.zip", ["müllerjörg", "12345", 67890, "my_answer_1_2_x.zip"]],
  ["anon_x7YzQ_67890_three-apis.ts", ["anon_x7YzQ", undefined, 67890, "three-apis.ts"]],
  ["LATE_anon_x7YzQ_67890_three-apis.ts", ["anon_x7YzQ", undefined, 67890, "three-apis.ts"]],
  ["lovelaceada_12345_text.html", ["lovelaceada", "12345", undefined, undefined]],
  ["lovelaceada_LATE_12345_link.html", ["lovelaceada", "12345", undefined, undefined]],
  [
    "Ada Lovelace_123_assignsubmission_file_three-apis.ts",
    ["Ada Lovelace", "123", undefined, "three-apis.ts"],
  ],
  ["Team A_assignsubmission_file_x_y.zip", ["Team A", undefined, undefined, "x_y.zip"]],
])("%s", (name, [student, number, upload, file]) => {
  const owner = ownerOfFile(name)!;
  expect([owner.name, owner.number, owner.upload, owner.file]).toEqual([student, number, upload, file]);
});

test.each([
  ["Ada Lovelace_12345_assignsubmission_file", "Ada Lovelace", "12345"],
  ["Ada Lovelace_12345_assignsubmission_file_", "Ada Lovelace", "12345"],
  ["Ada Lovelace_12345_assignsubmission_onlinetext", "Ada Lovelace", "12345"],
  ["Default group_assignsubmission_file", "Default group", undefined],
])("%s/", (name, student, number) => {
  expect([ownerOfFolder(name)?.name, ownerOfFolder(name)?.number]).toEqual([student, number]);
});

test("other names are nobody's", () => {
  const files = ["three-apis.ts", "x_1_timeout.ts", "ada_12345.zip", "1_2_3.ts", "_1_2_x.ts", "report.html"];
  expect(files.filter(ownerOfFile)).toEqual([]);
  expect(
    ["ada", "ada_12345_67890_x", "three-apis-ada", "assignsubmission_file"].filter(ownerOfFolder),
  ).toEqual([]);
});

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
