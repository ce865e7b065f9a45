import { symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { checkPlaces, findSubmissions } from "./submissions.ts";

const ids = ["03-three-apis", "04-timeout"];

/** What is found at these paths of `root`: `id: exercise=place`, with the entry's text for the place. */
async function find(root: string, paths: string[], out?: string) {
  const places = paths.map((given) => ({ given, absolute: join(root, given) }));
  const { readers, warnings } = await findSubmissions(places, ids, { outFolder: out && join(root, out) });
  const submissions: Record<string, unknown> = {};
  for (const reader of readers) {
    const held = Object.entries(await reader.read(ids)).map(([exercise, files]) => [
      exercise,
      "refused" in files ? `${files.refused}: ${files.reason}` : files.files.get(files.entry),
    ]);
    submissions[reader.id] = Object.fromEntries(held);
  }
  return { submissions, warnings };
}

test("a folder that holds an exercise's file is one submission, in each of the three layouts", async () => {
  const root = temporaryFolder({
    "ada/exercises/03-three-apis/three-apis.ts": "a",
    "ada/notes/04-timeout/timeout.ts": "not looked at",
    "bela/04-timeout/timeout.ts": "b",
    "chidi/three-apis.ts": "c",
  });
  expect(await find(root, ["bela", "chidi", "ada"])).toEqual({
    submissions: {
      ada: { "03-three-apis": "a" },
      bela: { "04-timeout": "b" },
      chidi: { "03-three-apis": "c" },
    },
    warnings: ["ada: one submission, as others that are given; not graded in it: notes"],
  });
});

test("a name that the teacher gave stays whole, whoever is called so in another place", async () => {
  const root = temporaryFolder({
    "aaron/ada/timeout.ts": "eve",
    "aaron/x/timeout.ts": "",
    "ada/timeout.ts": "a",
  });
  expect((await find(root, ["aaron", "ada"])).submissions).toMatchObject({
    ada: { "04-timeout": "a" },
    "ada (2)": { "04-timeout": "eve" },
  });
});

test("any other folder is a class: each subfolder is a submission, an empty one too", async () => {
  const root = temporaryFolder({
    "class/ada/three-apis.ts": "a",
    "class/bela/": "",
    "class/chidi/my answer.ts": "not an exercise's name",
    "class/.git/three-apis.ts": "hidden",
    "class/node_modules/three-apis.ts": "a package",
    "class/__MACOSX/three-apis.ts": "what a Mac puts into archives",
    "class/README.md": "about",
  });
  const unlike =
    "invalid: Nothing in it is called as an exercise: found `my answer.ts`; " +
    "expected such as `exercises/03-three-apis/three-apis.ts`, or `three-apis.ts`.";
  expect(await find(root, ["class"])).toEqual({
    submissions: {
      ada: { "03-three-apis": "a" },
      bela: {},
      chidi: { "03-three-apis": unlike, "04-timeout": unlike },
    },
    warnings: [],
  });
});

test("a folder that is said to be one submission is one, whatever lies in it", async () => {
  const root = temporaryFolder({
    "empty/": "",
    "wrapped/ada/exercises/03-three-apis/three-apis.ts": "a",
    "two/bela/three-apis.ts": "not where it belongs, and nowhere else",
    "two/notes/": "",
  });
  const single = (given: string) =>
    findSubmissions([{ given, absolute: join(root, given), single: true }], ids);
  for (const [given, held] of [
    ["empty", []],
    ["wrapped", ["03-three-apis"]],
    ["two", ["03-three-apis"]],
  ] as const) {
    const { readers } = await single(given);
    expect(readers.map(({ id }) => id)).toEqual([given]);
    expect(Object.keys(await readers[0]!.read(ids))).toEqual(held);
  }
  const file = "wrapped/ada/exercises/03-three-apis/three-apis.ts";
  await expect(single(file)).rejects.toThrow("--single is for folders");
});

test("a path of one file is a submission of that exercise, named after the folder that it was handed in in", async () => {
  const root = temporaryFolder({
    "ada/exercises/03-three-apis/three-apis.ts": `import "./a.ts"`,
    "ada/exercises/03-three-apis/a.ts": "export {}",
    "ada/exercises/04-timeout/timeout.ts": "not asked for",
    "bela/04-timeout/timeout.ts": "b",
    "chidi/timeout.ts": "c",
    "Dara D_12_assignsubmission_file/timeout.ts": "d",
  });
  const paths = [
    "ada/exercises/03-three-apis/three-apis.ts",
    "bela/04-timeout/timeout.ts",
    "chidi/timeout.ts",
  ];
  expect((await find(root, ["Dara D_12_assignsubmission_file/timeout.ts"])).submissions).toEqual({
    "Dara D_12": { "04-timeout": "d" },
  });
  expect((await find(root, paths)).submissions).toEqual({
    ada: { "03-three-apis": `import "./a.ts"` },
    bela: { "04-timeout": "b" },
    chidi: { "04-timeout": "c" },
  });
});

test("submissions of one name are told apart by place, whatever the order of the paths", async () => {
  const root = temporaryFolder({
    "a/ada/timeout.ts": "1",
    "a/ada (2)/timeout.ts": "2",
    "b/ada/timeout.ts": "3",
    "c/ada/timeout.ts": "4",
  });
  const found = {
    submissions: {
      ada: { "04-timeout": "1" },
      "ada (2)": { "04-timeout": "2" },
      "ada (3)": { "04-timeout": "3" },
      "ada (4)": { "04-timeout": "4" },
    },
    warnings: ['3 submissions are called "ada": "ada" is a/ada, "ada (3)" is b/ada, "ada (4)" is c/ada'],
  };
  expect(await find(root, ["a", "b", "c"])).toEqual(found);
  expect(await find(root, ["c", "b", "a"])).toEqual(found);
});

test("ids are sorted by code units, not by language", async () => {
  const root = temporaryFolder({
    "class/b/": "",
    "class/C/": "",
    "class/ä/": "",
    "class/a/": "",
    "class/10/": "",
    "class/9/": "",
  });
  const places = [{ given: "class", absolute: join(root, "class") }];
  const { readers } = await findSubmissions(places, ids);
  expect(readers.map(({ id }) => id)).toEqual(["10", "9", "C", "a", "b", "ä"]);
});

test("a linked submission is listed and refused", async () => {
  const root = temporaryFolder({ "elsewhere/timeout.ts": "1", "class/ada/": "" });
  symlinkSync(join(root, "elsewhere"), join(root, "class/bela"));
  symlinkSync("/nowhere", join(root, "class/chidi"));
  const reason = "invalid: The folder is a link. Links are not followed.";
  const refused = { "03-three-apis": reason, "04-timeout": reason };
  expect((await find(root, ["class"])).submissions).toEqual({ ada: {}, bela: refused, chidi: refused });
});

test("the report's own folder is no submission", async () => {
  const root = temporaryFolder({ "class/ada/": "", "class/report/results.json": "{}" });
  expect((await find(root, ["class"], "class/report")).submissions).toEqual({ ada: {} });
});

test("what lies beside the submissions and looks like one is named", async () => {
  const root = temporaryFolder({
    "class/ada/": "",
    "class/x_1_timeout.ts": "",
    "class/a.txt": "",
  });
  expect((await find(root, ["class"])).warnings).toEqual([
    "class: not graded, since nothing says whose they are: x_1_timeout.ts. Put each into a folder that is called as its student.",
  ]);
});

test("an exercise's file lying about in a class folder makes it one submission, and that is said", async () => {
  const root = temporaryFolder({ "class/timeout.ts": "t", "class/ada/timeout.ts": "a", "class/bela/": "" });
  expect(await find(root, ["class"])).toEqual({
    submissions: { class: { "04-timeout": "t" } },
    warnings: ["class: one submission, since it holds timeout.ts; not graded in it: ada"],
  });
});

const give = "Give a folder or archive of submissions, one submission's, or an exercise's .ts file.";

test.each([
  ["none", {}, `"none" is not there. ${give}`],
  ["file/x", { file: "" }, `"file/x" is not there. ${give}`],
  [
    "empty",
    { "empty/": "" },
    `"empty" holds no submission. A submission is a folder with exercises/NN-slug/slug.ts, NN-slug/slug.ts or slug.ts in it.`,
  ],
  [
    "loose",
    { "loose/a.ts": "", "loose/b.ts": "" },
    `"loose" holds no submission. Put each submission into a folder of its own: a.ts, b.ts`,
  ],
  ["my.ts", { "my.ts": "" }, `"my.ts" is no exercise's file. ${give}`],
  ["notes.txt", { "notes.txt": "" }, `"notes.txt" is no exercise's file. ${give}`],
  [
    "timeout.ts",
    { "timeout.ts": "x".repeat(300 * 1024) },
    `"timeout.ts" cannot be graded. \`timeout.ts\` has 300 KiB; at most 256 KiB are taken.`,
  ],
])("%s: refused with fault and remedy", async (path, files, message) => {
  const root = temporaryFolder(files as Record<string, string>);
  await expect(find(root, [path])).rejects.toThrow(new UsageError(message));
});

test("a path given twice is refused, however it is written", async () => {
  const root = temporaryFolder({ "class/ada/": "" });
  symlinkSync(join(root, "class"), join(root, "link"));
  const places = ["class", "class/../link/"].map((given) => ({ given, absolute: join(root, given) }));
  await expect(checkPlaces(places)).rejects.toThrow(
    '"class/../link/" and "class" are the same path. Give it once.',
  );
  await expect(checkPlaces([{ given: "x", absolute: join(root, "x") }])).rejects.toThrow('"x" is not there.');
});

test("a submission given alone and with its class is refused", async () => {
  const root = temporaryFolder({ "class/ada/timeout.ts": "1", "class/bela/timeout.ts": "2" });
  await expect(find(root, ["class", "class/ada"])).rejects.toThrow(
    '"class/ada" is given twice: alone, and with its folder. Give it once.',
  );
});

test("reasons never show where on the machine a submission lies", async () => {
  const root = temporaryFolder({ "class/ada/": "" });
  symlinkSync("/etc/passwd", join(root, "class/ada/timeout.ts"));
  const { submissions } = await find(root, ["class"]);
  expect(JSON.stringify(submissions)).not.toContain(relative("/", root));
});
