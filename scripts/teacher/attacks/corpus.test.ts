// The corpus itself: whole, and each attack by a name of its own.
import { expect, test } from "vitest";
import { archives } from "./cases/archives.ts";
import { clones } from "./cases/clones.ts";
import { downloads } from "./cases/downloads.ts";
import { files } from "./cases/files.ts";
import { gradebooks } from "./cases/gradebooks.ts";
import { names } from "./cases/names.ts";
import { neighbours } from "./cases/neighbours.ts";
import { newerDownloads } from "./cases/newer-downloads.ts";
import { orders } from "./cases/orders.ts";
import { profiles } from "./cases/profiles.ts";
import { runs } from "./cases/runs.ts";
import { worksheets } from "./cases/worksheets.ts";
import { classes } from "./classes.ts";

const kinds = {
  archives,
  clones,
  downloads,
  files,
  gradebooks,
  names,
  neighbours,
  newerDownloads,
  orders,
  profiles,
  runs,
  worksheets,
};
const all = Object.values(kinds).flat();

test("there are many of each kind, on every class, and no two of one name", () => {
  expect(all.length).toBeGreaterThanOrEqual(250);
  expect(Object.values(kinds).filter(({ length }) => length < 6)).toEqual([]);
  expect(new Set(all.map((attack) => attack.in)).size).toBe(Object.keys(classes).length);
  const twice = all.map(({ name }) => name).filter((name, index, every) => every.indexOf(name) !== index);
  expect(twice).toEqual([]);
});
