// Attacks by what is handed in: files, archives, repositories, gradebooks. No honest student's marks or report move.
import { describe, expect, test, vi } from "vitest";
import { titleOf } from "./attack.ts";
import { archives } from "./cases/archives.ts";
import { clones } from "./cases/clones.ts";
import { files } from "./cases/files.ts";
import { gradebooks } from "./cases/gradebooks.ts";
import { runs } from "./cases/runs.ts";
import { fakeVerdicts } from "./fake-verdicts.ts";
import { Attacks } from "./grading.ts";

// The page's script and style are about no student, and bundling them for each report costs more than all else.
vi.mock("../reports/html/assets.ts", () => ({ pageAssets: async () => ({ script: "", style: "" }) }));

const attacks = new Attacks(fakeVerdicts);

// Other systems have disks that take some of these names for one, and no pipes.
describe
  .skipIf(process.platform !== "linux")
  .each(Object.entries({ files, archives, clones, gradebooks, runs }))("%s", (_, cases) => {
  test.each(cases.map((attack) => [titleOf(attack), attack] as const))("%s", async (_, attack) => {
    const found = await attacks.try(attack);
    expect(found, found.slice(0, 8).join("\n")).toEqual([]);
  });
});
