// The command on a class as it is downloaded: archives, names that platforms gave, and what some students try.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { gradeCommand } from "../../testing/grade-command.ts";
import { tar } from "../../testing/tar-writer.ts";
import { zip } from "../../testing/zip-writer.ts";
import type { Results } from "../results.ts";

const solution = readFileSync(
  join(import.meta.dirname, "../../../solutions/03-three-apis/three-apis.ts"),
  "utf8",
);

test("a class from Canvas, with hostile archives in it: marks for the honest, reasons for the others", async () => {
  const cwd = temporaryFolder({});
  const name = "03-three-apis/three-apis.ts";
  const class_ = zip([
    { name: "ada_1_11_three-apis.ts", data: solution },
    { name: "bela_LATE_2_12_work.zip", data: zip({ [`work/${name}`]: solution }) },
    { name: "chidi_3_13_work.tgz", data: gzipSync(tar({ [`exercises/${name}`]: solution })) },
    { name: "dara_4_14_three-apis.ts", data: "export const fetchAllApis = () => 1;" },
    { name: "dara_4_15_three-apis-1.ts", data: solution },
    { name: "ng_5_16_three-apis.ts", data: solution },
    { name: "ng_6_17_three-apis.ts", data: "export const fetchAllApis = () => 1;" },
    {
      name: "eve_7_18_work.zip",
      data: zip([
        { name: "../../ada_1_11_three-apis.ts", data: "x" },
        { name, data: solution },
      ]),
    },
    { name: "finn_8_19_work.tar", data: tar([{ name, type: "2", link: "/etc/passwd" }]) },
    { name: "gus_9_20_work.zip", data: zip({ "a.zip": zip({ [name]: solution }) }) },
    { name: "hana_10_21_work.rar", data: "Rar!\x1a\x07\x01" },
    { name: "ivo_11_22_work.tgz", data: gzipSync(tar({ zeros: Buffer.alloc(40 * 1024 * 1024) })) },
    { name: "/etc/cron.d/x_1_2_three-apis.ts", data: "x" },
  ]);
  writeFileSync(join(cwd, "submissions.zip"), class_);
  const { code, stderr } = await gradeCommand(["submissions.zip", "--only", "03"], { cwd });
  expect(code, stderr).toBe(0);
  const { submissions } = JSON.parse(readFileSync(join(cwd, "report/results.json"), "utf8")) as Results;
  const shown = submissions.map(({ id, exercises: [exercise] }) => {
    const { outcome, checks } = exercise!;
    return outcome === "invalid" ? `${id}: ${checks[0]!.feedback}` : `${id}: ${outcome}`;
  });
  expect(shown).toEqual([
    "ada_1: passed",
    "bela_2: passed",
    "chidi_3: passed",
    "dara_4: passed",
    "eve_7: `work.zip`: `../../ada_1_11_three-apis.ts` leads out of its folder. Pack it again, without that.",
    "finn_8: `03-three-apis/three-apis.ts` is a link. Hand in the file itself.",
    "gus_9: `a.zip`: It is an archive in an archive in an archive. Pack it once, or twice at most.",
    "hana_10: `work.rar`: It is packed with RAR, which is not taken. Pack it as .zip, .tar.gz or .tar.",
    "ivo_11: `work.tgz`: It unpacks to more than 100 times its size, as no honest work does.",
    "ng_5: passed",
    "ng_6: failed",
  ]);
  expect(stderr.split("\n").filter((line) => line.startsWith("Note: "))).toEqual([
    "Note: submissions.zip: passed over: `/etc/cron.d/x_1_2_three-apis.ts` is an absolute path.",
  ]);
});
