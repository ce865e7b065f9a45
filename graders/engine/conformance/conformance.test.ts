// The platform is Node's: small programs print in the world, on virtual time, what they print on Node in real time.
import { afterAll, describe, expect, it } from "vitest";
import { ConformanceWorld } from "./in-world.ts";
import { conformancePrograms, recordedLines } from "./programs.ts";

const world = new ConformanceWorld();
afterAll(() => world.close());
const programs = conformancePrograms();
const recorded = recordedLines();

it("has a record of Node's output for each of at least 200 programs, and of no others", () => {
  expect(Object.keys(recorded)).toEqual(programs.map(({ name }) => name));
  expect(programs.length).toBeGreaterThanOrEqual(200);
});

describe.each([...new Set(programs.map(({ area }) => area))])("%s, as on Node", (area) => {
  const ofArea = programs.filter((program) => program.area === area);
  it.each(ofArea.map(({ name, path, source }) => [name, path, source]))("%s", async (name, path, source) => {
    expect(await world.lines(path, source)).toEqual(recorded[name]);
  });
});
