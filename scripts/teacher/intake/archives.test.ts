// Submissions in archives, and as the learning platforms name them: which there are, what is read, what is refused.
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readStubs } from "../../../graders/engine/compile/stubs.ts";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { pax, tar } from "../../testing/tar-writer.ts";
import { zip } from "../../testing/zip-writer.ts";
import { findSubmissions } from "./submissions.ts";

const ids = ["03-three-apis", "04-timeout"];

/** A folder of these files, with what is found at these paths of it; each exercise as its number=text. */
async function find(files: Record<string, string | Buffer>, ...paths: string[]) {
  const root = temporaryFolder({});
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return findIn(root, paths);
}

async function findIn(root: string, paths: string[]) {
  const places = paths.map((given) => ({ given, absolute: join(root, given) }));
  const { readers, warnings } = await findSubmissions(places, ids);
  const submissions: Record<string, string> = {};
  for (const reader of readers) {
    const held = Object.entries(await reader.read(ids)).map(([exercise, files]) => {
      const text = "refused" in files ? files.reason : [...files.files.values()].join("+");
      return `${exercise.slice(0, 2)}=${text}`;
    });
    submissions[reader.id] = held.join(" ");
  }
  return { submissions, warnings };
}

const pack = { zip, tar, tgz: (files: Record<string, string | Buffer>) => gzipSync(tar(files)) };
const ada = { "exercises/03-three-apis/three-apis.ts": "a3", "04-timeout/timeout.ts": "a4" };
const adas = "03=a3 04=a4";

/** The same files in a folder. */
function inFolder(folder: string, files: Record<string, string | Buffer>) {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));
}

test.each(["zip", "tar", "tgz"] as const)(
  "one submission as .%s, with and without a folder around it",
  async (kind) => {
    const files = {
      [`ada.${kind}`]: pack[kind](ada),
      [`bela.${kind}`]: pack[kind](inFolder("my work", ada)),
    };
    expect(await find(files, `ada.${kind}`, `bela.${kind}`)).toEqual({
      submissions: { ada: adas, bela: adas },
      warnings: [],
    });
  },
);

test.each(["zip", "tar", "tgz"] as const)(
  "a class as .%s, with and without a folder around it",
  async (kind) => {
    const files = {
      ...inFolder("ada", ada),
      "bela/timeout.ts": "b4",
      "chidi/notes.txt": "",
      "__MACOSX/x.ts": "",
    };
    const submissions = { ada: adas, bela: "04=b4", chidi: "" };
    expect(await find({ [`c.${kind}`]: pack[kind](files) }, `c.${kind}`)).toEqual({
      submissions,
      warnings: [],
    });
    const around = pack[kind](inFolder("class 3b", files));
    expect(await find({ [`c.${kind}`]: around }, `c.${kind}`)).toEqual({ submissions, warnings: [] });
  },
);

test("what an archive holds decides, not its ending", async () => {
  const files = { "ada.zip": gzipSync(tar(ada)), "bela.tar.gz": zip(ada), "chidi.tgz": tar(ada) };
  expect((await find(files, ...Object.keys(files))).submissions).toEqual({
    ada: adas,
    bela: adas,
    chidi: adas,
  });
});

test("a class's folder may hold an archive a student, loose folders and what is nobody's", async () => {
  const files = {
    "class/ada.zip": zip(ada),
    "class/bela/timeout.ts": "b4",
    "class/chidi.tar.gz": gzipSync(tar(inFolder("chidi", ada))),
    "class/dara.rar": "Rar!\x1a\x07",
    "class/mine.ts": "",
  };
  const rar = "`dara.rar`: It is packed with RAR, which is not taken. Pack it as .zip, .tar.gz or .tar.";
  expect(await find(files, "class")).toEqual({
    submissions: { ada: adas, bela: "04=b4", chidi: adas, dara: `03=${rar} 04=${rar}` },
    warnings: [
      "class: not graded, since nothing says whose they are: mine.ts. Put each into a folder that is called as its student.",
    ],
  });
});

test("neighbours that a graded file imports come from where it lies", async () => {
  const files = { "timeout.ts": 'import "./lib/help.ts"', "lib/help.ts": "help", "lib/other.ts": "other" };
  expect((await find({ "ada.zip": zip(inFolder("x", files)) }, "ada.zip")).submissions).toEqual({
    ada: '04=import "./lib/help.ts"+help',
  });
});

const tooDeep = "It is an archive in an archive in an archive. Pack it once, or twice at most.";

test("an archive may lie in an archive, and no third in that", async () => {
  const nested = { "bela.zip": zip({ "work.tar": tar(ada) }), "ada.zip": zip(ada) };
  const deeper = zip({ "class.zip": zip({ "ada.zip": zip(ada), "bela.zip": zip(ada) }) });
  const reason = (name: string) => `03=\`${name}\`: ${tooDeep} 04=\`${name}\`: ${tooDeep}`;
  expect((await find({ "class.zip": zip(nested) }, "class.zip")).submissions).toEqual({
    ada: adas,
    bela: reason("work.tar"),
  });
  expect((await find({ "bela.zip": zip({ "work.tar": tar(ada) }) }, "bela.zip")).submissions).toEqual({
    bela: adas,
  });
  expect((await find({ "all.zip": deeper }, "all.zip")).submissions).toEqual({
    ada: reason("ada.zip"),
    bela: reason("bela.zip"),
  });
  expect(await find({ "x.zip": zip({ "x.zip": zip({ "x.zip": zip(ada) }) }) }, "x.zip")).toEqual({
    submissions: { x: reason("x.zip") },
    warnings: [],
  });
});

test("loose files come before an archive's; two archives may not contradict each other", async () => {
  const one = zip({ "timeout.ts": "one" });
  const two = zip({ "timeout.ts": "two" });
  const files = {
    "class/ada/three-apis.ts": "new",
    "class/ada/old.zip": zip(ada),
    "class/bela/a.zip": one,
    "class/bela/b.zip": two,
    "class/chidi/a.zip": one,
    "class/chidi/copy of a.zip": one,
    "class/dara/a.zip": zip({ "three-apis.ts": "d3" }),
    "class/dara/b.zip": one,
  };
  expect((await find(files, "class")).submissions).toEqual({
    ada: "03=new 04=a4",
    bela: "04=It is in `a.zip` and, not the same, in `b.zip`. Hand in one of them.",
    chidi: "04=one",
    dara: "03=d3 04=one",
  });
});

test("Canvas: one flat folder, as a folder and as the zip that it comes in", async () => {
  const flat = {
    "lovelaceada_12345_67001_three-apis.ts": 'import "./help.ts"',
    "lovelaceada_12345_67002_help-1.ts": "help",
    "lovelaceada_12345_67003_essay.pdf": "",
    "barbola_LATE_12346_67004_work.zip": zip(inFolder("work", ada)),
    "clarkjoan_12347_67005_three-apis-1.ts": "second",
    "clarkjoan_12347_67000_three-apis.ts": "first",
    "divefinn_12348_text.html": "<p>",
    "anon_x7Yz_67006_timeout.ts": "x4",
  };
  const submissions = {
    lovelaceada_12345: '03=import "./help.ts"+help',
    barbola_12346: adas,
    clarkjoan_12347: "03=second",
    divefinn_12348: "",
    anon_x7Yz: "04=x4",
  };
  expect(await find(inFolder("submissions", flat), "submissions")).toEqual({ submissions, warnings: [] });
  expect(await find({ "submissions.zip": zip(flat) }, "submissions.zip")).toEqual({
    submissions,
    warnings: [],
  });
});

test("Moodle: a folder a student, with files or an archive in it; and one flat folder", async () => {
  const folders = {
    "Ada Lovelace_123_assignsubmission_file/three-apis.ts": "a3",
    "Ada Lovelace_123_assignsubmission_onlinetext/onlinetext.html": "<p>",
    "Björk Óskarsdóttir_124_assignsubmission_file/work.tar.gz": gzipSync(tar(inFolder("work", ada))),
    "Team 7_assignsubmission_file_/my folder/04-timeout/timeout.ts": "t4",
  };
  const submissions = { "Ada Lovelace_123": "03=a3", "Björk Óskarsdóttir_124": adas, "Team 7": "04=t4" };
  expect(await find(inFolder("class", folders), "class")).toEqual({ submissions, warnings: [] });
  expect(await find({ "class.zip": zip(folders) }, "class.zip")).toEqual({ submissions, warnings: [] });
  const flat = {
    "Ada Lovelace_123_assignsubmission_file_three-apis.ts": "a3",
    "Björk Óskarsdóttir_124_assignsubmission_file_work.zip": zip(ada),
  };
  expect((await find({ "class.zip": zip(flat) }, "class.zip")).submissions).toEqual({
    "Ada Lovelace_123": "03=a3",
    "Björk Óskarsdóttir_124": adas,
  });
});

test("GitHub Classroom: a folder of clones", async () => {
  const clones = {
    "three-apis-ada/.git/config": "",
    "three-apis-ada/README.md": "",
    ...inFolder("three-apis-ada", ada),
    "three-apis-bela/package.json": "{}",
    "three-apis-bela/exercises/04-timeout/timeout.ts": "b4",
  };
  const submissions = { ada: adas, bela: "04=b4" };
  expect((await find(inFolder("clones", clones), "clones")).submissions).toEqual(submissions);
  expect((await find({ "clones.tgz": gzipSync(tar(clones)) }, "clones.tgz")).submissions).toEqual(
    submissions,
  );
});

test("a platform's number is in every id, so that nobody's depends on who else is called the same", async () => {
  const canvas = { "ng_1_7_timeout.ts": "1", "ng_2_8_timeout.ts": "2", "wu_3_9_timeout.ts": "3" };
  expect(await find(inFolder("class", canvas), "class")).toEqual({
    submissions: { ng_1: "04=1", ng_2: "04=2", wu_3: "04=3" },
    warnings: [],
  });
  const blind = {
    "Participant_11_assignsubmission_file/timeout.ts": "11",
    "Participant_12_assignsubmission_file/timeout.ts": "12",
  };
  expect((await find({ "class.zip": zip(blind) }, "class.zip")).submissions).toEqual({
    Participant_11: "04=11",
    Participant_12: "04=12",
  });
});

test.each([
  ["case", "Ada", "ada"],
  ["how accents are composed", "Jos\u00e9", "Jose\u0301"],
  ["characters that show nothing", "ada", "ada\u200b"],
  ["what Windows drops from the end", "ada", "ada."],
])("students whose names differ only in %s keep their marks and ids, and that is said", async (_, a, b) => {
  const files = { [`${a}/timeout.ts`]: "first", [`${b}/timeout.ts`]: "second" };
  const [first, second] = [a, b].sort();
  const { submissions, warnings } = await find({ "class.zip": zip(files) }, "class.zip");
  expect(submissions).toEqual({
    [first!]: `04=${first === a ? "first" : "second"}`,
    [second!]: `04=${second === a ? "first" : "second"}`,
  });
  expect(warnings).toEqual([
    `2 submissions are hard to tell by name: "${first}" is class.zip/${first}, "${second}" is class.zip/${second}`,
  ]);
});

test("a folder and an archive of one name are two submissions, and that is said", async () => {
  const found = await find({ "class/ada/timeout.ts": "unpacked", "class/ada.zip": zip(ada) }, "class");
  expect(found).toEqual({
    submissions: { ada: "04=unpacked", "ada (2)": adas },
    warnings: ['2 submissions are called "ada": "ada" is class/ada, "ada (2)" is class/ada.zip'],
  });
});

test("of two of one name the one that is packed as most of the class keeps it", async () => {
  const others = { "class/bela.zip": zip(ada), "class/chidi.zip": zip(ada) };
  for (const [second, content] of Object.entries({
    "ada/timeout.ts": "e",
    "ada.7z": "",
    "ada.tar.gz": gzipSync(tar({})),
  })) {
    const { submissions } = await find(
      { ...others, "class/ada.zip": zip(ada), [`class/${second}`]: content },
      "class",
    );
    expect(Object.keys(submissions)).toEqual(["ada", "ada (2)", "bela", "chidi"]);
    expect(submissions.ada).toBe(adas);
  }
});

test("an archive beside single submissions that claims to be a class speaks for nobody but its own", async () => {
  const forged = { "bela/timeout.ts": "forged", "B_7_assignsubmission_file/timeout.ts": "forged" };
  const files = { "Aaron.zip": zip(forged), "ada.zip": zip(ada) };
  const { submissions, warnings } = await find(files, "Aaron.zip", "ada.zip");
  const theirs = { "Aaron/B_7_assignsubmission_file": "04=forged", "Aaron/bela": "04=forged" };
  expect(submissions).toEqual({ ada: adas, ...theirs });
  expect(warnings).toEqual([
    'Aaron.zip: "B_7_assignsubmission_file" is named as in a platform\'s download, which this is not',
    "Aaron.zip: taken for a class of 2: B_7_assignsubmission_file, bela",
    "given beside single submissions, and so nobody else's than their archive's: Aaron/B_7_assignsubmission_file, Aaron/bela",
  ]);
});

test("one bad submission in a class is refused with the reason; the rest goes on", async () => {
  const class_ = zip([
    { name: "ada/timeout.ts", data: "fine" },
    { name: "bela/../ada/timeout.ts", data: "over ada's" },
    { name: "bela/timeout.ts", data: "b4" },
    { name: "chidi/timeout.ts", data: "c4", claims: { crc: 1 } },
    { name: "chidi/three-apis.ts", data: "c3" },
    { name: "dara.zip", data: "PK\x03\x04 cut short" },
    { name: "emeka", data: "/etc", claims: { mode: 0o120777 } },
    { name: "../fatou/timeout.ts", data: "nobody's" },
  ]);
  const { submissions, warnings } = await find({ "class.zip": class_ }, "class.zip");
  const dara = submissions.dara;
  expect({ ...submissions, dara: undefined }).toEqual({
    ada: "04=fine",
    bela: twice("`bela/../ada/timeout.ts` leads out of its folder. Pack it again, without that."),
    chidi: "03=c3 04=`timeout.ts` is damaged in the archive. Pack it, or download it, again.",
    dara: undefined,
    emeka: twice("The folder is a link. Links are not followed."),
  });
  expect(dara).toMatch(
    /^03=`dara.zip`: The zip is damaged or cut short\. .+ 04=`dara\.zip`: The zip is damaged/,
  );
  expect(warnings).toEqual(["class.zip: passed over: `../fatou/timeout.ts` leads out of its folder."]);
});

test("an entry that leads out of a class's archive is told, whatever lies around the class", async () => {
  const astray = { name: "../x/timeout.ts", data: "nobody's" };
  const inner = zip([astray, { name: "wrap/ada/timeout.ts", data: "a4" }, { name: "wrap/bela/" }]);
  const outer = zip([{ name: "/etc/x" }, { name: "class.zip", data: inner }]);
  expect(await find({ "all.zip": outer }, "all.zip")).toEqual({
    submissions: { ada: "04=a4", bela: "" },
    warnings: [
      "all.zip: passed over: `/etc/x` is an absolute path.",
      "all.zip/class.zip: passed over: `../x/timeout.ts` leads out of its folder.",
    ],
  });
});

test("a loose exercise's file in a class's archive makes it one submission, and that is said", async () => {
  const class_ = zip({ "timeout.ts": "t", "ada/timeout.ts": "a", "bela/timeout.ts": "b", "img/x.png": "" });
  expect(await find({ "class.zip": class_ }, "class.zip")).toEqual({
    submissions: { class: "04=t" },
    warnings: ["class.zip: one submission, since it holds timeout.ts; not graded in it: ada, bela"],
  });
});

function twice(reason: string): string {
  return `03=${reason} 04=${reason}`;
}

test("a submission that unpacks to too much is refused alone", async () => {
  const size = 250 * 1024 * 1024;
  const packed = 3 * 1024 * 1024;
  const ada = { name: "ada/timeout.ts", data: "fine" };
  const bela = { name: "bela/timeout.ts", data: "b4" };
  const film = { name: "bela/film.mp4", claims: { size, packed, offset: 2 ** 20 } };
  const { submissions } = await find({ "class.zip": zip([ada, bela, film]) }, "class.zip");
  expect(submissions).toEqual({
    ada: "04=fine",
    bela: twice("It unpacks to more than 200 MiB. Hand in the exercises alone."),
  });
});

test("names that are no UTF-8 could be anybody's", async () => {
  const raw = (name: string) => Buffer.concat([Buffer.from("M\xfc", "latin1"), Buffer.from(name)]);
  const class_ = tar([
    { name: raw("ller/timeout.ts"), data: "1" },
    { name: "ada/timeout.ts", data: "fine" },
  ]);
  expect((await find({ "class.tar": class_ }, "class.tar")).submissions).toEqual({
    "M\ufffdller": twice("Its name is not in UTF-8. Rename it, or pack it with UTF-8 names."),
    ada: "04=fine",
  });
});

test("several archives: one that cannot be taken is refused, with a word to the teacher", async () => {
  const files = { "ada.zip": zip(ada), "bela.zip": zip(ada).subarray(0, 100), "chidi.zip": "PK" };
  const { submissions, warnings } = await find(files, "ada.zip", "bela.zip", "chidi.zip");
  expect(submissions.ada).toBe(adas);
  expect(submissions.bela).toMatch(/^03=The zip is damaged or cut short\. /);
  expect(submissions.chidi).toMatch(/^03=It is neither a zip nor a tar, or cut short\. /);
  expect(warnings.map((warning) => warning.slice(0, 60))).toEqual([
    "bela.zip: taken for one submission, and refused: The zip is ",
    "chidi.zip: taken for one submission, and refused: It is neit",
  ]);
});

test("an archive with nothing to grade in it is a submission of nothing, and that is said", async () => {
  expect(
    await find({ "ada.zip": zip({ "notes.txt": "" }), "bela.zip": zip({}) }, "ada.zip", "bela.zip"),
  ).toEqual({
    submissions: { ada: "", bela: "" },
    warnings: [
      "ada.zip: taken for one submission, though no exercise's file is in it",
      "bela.zip: taken for one submission, though no exercise's file is in it",
    ],
  });
});

test("a misnamed file in an otherwise good submission makes it no class, and counts where it can only be one", async () => {
  const files = { "exercises/03-three-apis/my-apis.ts": "x", "notes/x.md": "" };
  expect(await find({ "ada.zip": zip(files), ...inFolder("bela", files) }, "ada.zip", "bela")).toEqual({
    submissions: { ada: "03=x", bela: "03=x" },
    warnings: [],
  });
});

test("a folder with nothing but one archive is that archive", async () => {
  const class_ = zip({ ...inFolder("ada", ada), "bela/timeout.ts": "b4" });
  const { submissions, warnings } = await find({ "downloads/all.zip": class_ }, "downloads");
  expect(warnings).toEqual(["downloads/all.zip: taken for a class of 2: ada, bela"]);
  expect(submissions).toEqual({
    ada: adas,
    bela: "04=b4",
  });
});

test("an archive given alone and with its folder is refused; a linked one in a class, too", async () => {
  const root = temporaryFolder({ "class/bela/": "" });
  writeFileSync(join(root, "ada.zip"), zip(ada));
  writeFileSync(join(root, "class/dara.zip"), zip(ada));
  symlinkSync(join(root, "ada.zip"), join(root, "class/ada.zip"));
  await expect(findIn(root, ["class", "class/dara.zip"])).rejects.toThrow(
    '"class/dara.zip" is given twice: alone, and with its folder. Give it once.',
  );
  expect((await findIn(root, ["class"])).submissions).toEqual({
    ada: twice("`ada.zip`: `ada.zip` is a link. Hand in the file itself."),
    bela: "",
    dara: adas,
  });
});

test("an archive too large to be read is refused unread", async () => {
  const root = temporaryFolder({ "class/bela/": "" });
  writeFileSync(join(root, "class/ada.zip"), "PK");
  const { truncateSync } = await import("node:fs");
  truncateSync(join(root, "class/ada.zip"), 300 * 1024 * 1024);
  const reason = "`ada.zip`: `ada.zip` has 300 MiB; at most 200 MiB are taken. Leave node_modules out of it.";
  expect((await findIn(root, ["class"])).submissions).toEqual({ ada: twice(reason), bela: "" });
});

test("reading archives writes nothing", async () => {
  const root = temporaryFolder({});
  writeFileSync(
    join(root, "class.tar"),
    tar([pax({ path: "ada/timeout.ts" }), { name: "x", data: "a4" }, { name: "b/x" }]),
  );
  expect((await findIn(root, ["class.tar"])).submissions).toEqual({ ada: "04=a4", b: "" });
  expect(readdirSync(root)).toEqual(["class.tar"]);
});

test("an answer in an archive counts before a stub beside it, and of two archives the one that has it", async () => {
  const stub = readStubs()["03-three-apis"]!;
  const given = { "exercises/03-three-apis/three-apis.ts": stub };
  const files = {
    "ada/exercises/03-three-apis/three-apis.ts": stub,
    "ada/mine.zip": zip({ "three-apis.ts": "a3" }),
    "bela/course.zip": zip(given),
    "bela/mine.zip": zip({ "three-apis.ts": "b3" }),
  };
  expect(await find(files, ".")).toEqual({ submissions: { ada: "03=a3", bela: "03=b3" }, warnings: [] });
});
