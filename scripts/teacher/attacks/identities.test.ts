// Attacks on who is who: names, profiles, and what platforms make of them. No honest student's marks or report move.
import { describe, expect, test, vi } from "vitest";
import { titleOf } from "./attack.ts";
import { downloads } from "./cases/downloads.ts";
import { names } from "./cases/names.ts";
import { newerDownloads } from "./cases/newer-downloads.ts";
import { profiles } from "./cases/profiles.ts";
import { worksheets } from "./cases/worksheets.ts";
import { fakeVerdicts } from "./fake-verdicts.ts";
import { Attacks } from "./grading.ts";

// The page's script and style are about no student, and bundling them for each report costs more than all else.
vi.mock("../reports/html/assets.ts", () => ({ pageAssets: async () => ({ script: "", style: "" }) }));

const attacks = new Attacks(fakeVerdicts);

// Other systems have disks that take some of these names for one, and no pipes.
describe
  .skipIf(process.platform !== "linux")
  .each(Object.entries({ names, profiles, worksheets, downloads, newerDownloads }))("%s", (_, cases) => {
  test.each(cases.map((attack) => [titleOf(attack), attack] as const))("%s", async (_, attack) => {
    const found = await attacks.try(attack);
    expect(found, found.slice(0, 8).join("\n")).toEqual([]);
  });
});
