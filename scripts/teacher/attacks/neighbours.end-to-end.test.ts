// Attacks by programs, with the real engine: a verdict follows from the program alone, whatever was graded before it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Engine, openEngine } from "../../../graders/engine/engine.ts";
import { titleOf } from "./attack.ts";
import { neighbours } from "./cases/neighbours.ts";
import { orders } from "./cases/orders.ts";
import { Attacks } from "./grading.ts";
import { keptOpen } from "./kept-engine.ts";
import { exercises } from "./programs.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({ only: exercises, limits: { exerciseMs: 6_000 } });
});
afterAll(() => engine.close());

const attacks = new Attacks(() => keptOpen(engine));

// Other systems have disks that take some of these names for one, and no pipes.
describe.skipIf(process.platform !== "linux").each(Object.entries({ neighbours, orders }))(
  "%s",
  { timeout: 600_000 },
  (_, cases) => {
    test.each(cases.map((attack) => [titleOf(attack), attack] as const))("%s", async (_, attack) => {
      const found = await attacks.try(attack);
      expect(found, found.slice(0, 8).join("\n")).toEqual([]);
    });
  },
);
