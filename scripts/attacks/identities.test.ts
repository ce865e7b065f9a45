// Attacks on who is who: names, profiles, and what platforms make of them. No honest student's marks or report move.
import { describe, expect, test } from "vitest";
import { titleOf } from "./attack.ts";
import { downloads } from "./cases/downloads.ts";
import { names } from "./cases/names.ts";
import { profiles } from "./cases/profiles.ts";
import { worksheets } from "./cases/worksheets.ts";
import { fakeVerdicts } from "./fake-verdicts.ts";
import { Attacks } from "./grading.ts";

const attacks = new Attacks(fakeVerdicts);

describe.each(Object.entries({ names, profiles, worksheets, downloads }))("%s", (_, cases) => {
  test.each(cases.map((attack) => [titleOf(attack), attack] as const))("%s", async (_, attack) => {
    const found = await attacks.try(attack);
    expect(found, found.slice(0, 8).join("\n")).toEqual([]);
  });
});
