// Attacks by an archive: one's own among others', or by what one has in the archive of the class.
import { gzipSync } from "node:zlib";
import { pax, type TarEntry, tar } from "../../../testing/tar-writer.ts";
import { type ZipEntry, zip } from "../../../testing/zip-writer.ts";
import { type Attack, type Files, rubbish } from "../attack.ts";

const mine: Files = { "three-apis.ts": rubbish, "timeout.ts": rubbish };
const own = (name: string, tries: string, files: Files): Attack => ({
  name: `archives: ${name}`,
  tries,
  in: "archives",
  files,
});
const zipOf = (entries: Record<string, string> | ZipEntry[]) => zip(entries as ZipEntry[]);
const tarOf = (entries: TarEntry[]) => gzipSync(tar(entries));

const names = [
  own("an attempt", "to be a later attempt of another's", { "ada attempt 2.zip": zip(mine) }),
  own("an attempt of one of two namesakes", "to be a later attempt", { "kim-attempt-7.tar.gz": tarOf([]) }),
  own("another ending", "to be called as another", { "ada.tar.gz": gzipSync(tar(mine)) }),
  own("another ending that comes later", "to be called as another", { "ada.zip.zip": zip(mine) }),
  own("another case", "to be called as another", { "ADA.ZIP": zip(mine) }),
  own("a folder", "to be called as another", { "ada/three-apis.ts": rubbish }),
  own("a folder called as the folder of exercises", "to make the class one", {
    "exercises/03-three-apis/three-apis.ts": rubbish,
  }),
  own("a space at its end", "to be called as another", { "ada .zip": zip(mine) }),
  own("an ending that is not taken", "to be called as another", { "ada.7z": "7z\u00bc\u00af'\u001c" }),
  own("our name of a file", "to have another's report", { "o_neill-48977942.zip": zip(mine) }),
  own("Canvas's name", "to be told apart by a number", { "ada_12345_67890_work.zip": zip(mine) }),
  own("Moodle's name", "to be told apart by a number", {
    "ada_12345_assignsubmission_file_w.zip": zip(mine),
  }),
];

const leading = [
  own("a way out", "to write into another's folder", {
    "eve.zip": zipOf({ "../ada/three-apis.ts": rubbish }),
  }),
  own("a way out, as Windows has it", "to write into another's", {
    "eve.zip": zipOf({ "..\\ada\\three-apis.ts": rubbish, "C:\\ada\\timeout.ts": rubbish }),
  }),
  own("a way from the root", "to write into another's", {
    "eve.tar.gz": tarOf([{ name: "/ada/three-apis.ts" }]),
  }),
  own("a link to another's archive", "to have what is another's", {
    "eve.tar.gz": tarOf([{ name: "three-apis.ts", type: "2", link: "../ada.zip" }]),
  }),
  own("a hard link", "to have what is another's", {
    "eve.tar.gz": tarOf([{ name: "three-apis.ts", type: "1", link: "../ada/three-apis.ts" }]),
  }),
  own("a device", "to be waited for", { "eve.tar": tar([{ name: "three-apis.ts", type: "3" }]) }),
  own("two of one name", "to be two things", {
    "eve.zip": zipOf([
      { name: "three-apis.ts", data: "" },
      { name: "three-apis.ts", data: rubbish },
    ]),
  }),
  own("another class in it", "to hand in for others", {
    "eve.zip": zipOf({ "ada/three-apis.ts": rubbish, "bela/three-apis.ts": rubbish }),
  }),
  own("archives in archives", "to use up the stack", {
    "eve.zip": zip({ "ada.zip": zip({ "b.zip": zip({ "c.zip": zip(mine) }) }) }),
  }),
];

const bombs = [
  own("a bomb", "to use up the memory", { "eve.tar.gz": tarOf([{ name: "z", data: Buffer.alloc(2e7) }]) }),
  own("a claim of too much", "to use up the memory", {
    "eve.zip": zipOf([{ name: "three-apis.ts", data: "x", claims: { size: 2 ** 31 } }]),
  }),
  own("a list that is longer than said", "to end the run", { "eve.zip": zip(mine, { count: 65_000 }) }),
  own("no archive", "to end the run", { "eve.zip": "nothing", "eva.tar.gz": Buffer.from([0x1f, 0x8b, 8]) }),
  own("an empty file", "to end the run", { "eve.zip": "", "eva.tar": "" }),
  own("a secret", "to end the run", {
    "eve.zip": zipOf([{ name: "three-apis.ts", data: "", claims: { flags: 1 } }]),
  }),
];

const packed = (name: string, tries: string, class_: "zipped" | "tarred", files: Files): Attack => ({
  name: `${class_}: ${name}`,
  tries,
  in: class_,
  files,
});

const inTheClass = [
  packed("a file of zeros", "to make the class's archive a bomb", "tarred", {
    "eve/zeros": Buffer.alloc(2e7),
  }),
  packed("a file of zeros", "to make the class's archive a bomb", "zipped", {
    "eve/zeros": Buffer.alloc(2e7),
  }),
  packed("a file called as a path", "to write into another's folder", "zipped", {
    "eve/..\\ada\\three-apis.ts": rubbish,
  }),
  packed("a file called as a path", "to write into another's folder", "tarred", {
    "eve/..\\..\\..\\ada\\three-apis.ts": rubbish,
  }),
  packed("a file called as a drive", "to end the run", "zipped", { "eve/C:\\three-apis.ts": rubbish }),
  packed("a folder called as a drive", "to end the run", "zipped", { "C:/three-apis.ts": rubbish }),
  packed("an archive in a folder", "to hand in for others", "zipped", { "eve/ada.zip": zip(mine) }),
  packed("an archive beside the folders", "to be called as another", "tarred", { "ada.zip": zip(mine) }),
  packed("too deep a folder", "to end the run", "zipped", {
    [`eve/${"d/".repeat(40)}three-apis.ts`]: rubbish,
  }),
  packed("a header of a tar's", "to say something of another's file", "tarred", {
    "eve/pax": tar([pax({ path: "ada/three-apis.ts" }), { name: "x", data: rubbish }]),
  }),
  packed("three thousand files", "to use up the time", "zipped", manyFiles(3000)),
];

function manyFiles(count: number): Files {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`eve/${index}/${index}.ts`, "x"]));
}

export const archives = [...names, ...leading, ...bombs, ...inTheClass];
