// The probe of a child that nothing holds but SES: what a layer does not deny is named, so an empty list means something.
import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { bundleChild, graderFiles } from "../edition/bundle.ts";
import { Child, DEFAULT_LIMITS } from "./run.ts";
import { nodeArguments } from "./sandbox.ts";

async function escapes(args: (program: string) => string[]): Promise<unknown> {
  const program = await bundleChild(graderFiles(["03-three-apis"]));
  const child = new Child({ command: process.execPath, args: args(program), layers: [] }, DEFAULT_LIMITS);
  const answer = await child.request({ kind: "probe" });
  await child.close();
  return "escapes" in answer ? answer.escapes : answer;
}

test.skipIf(process.platform !== "linux")(
  "without the permission model all that it denies is named",
  async () => {
    const found = await escapes((program) => ["--no-warnings", program]);
    rmSync("/tmp/async-dojo-probe");
    expect(found).toEqual([
      "reading a file",
      "writing a file",
      "starting a program",
      "starting a worker",
      "the network",
    ]);
  },
);

test("with it there is nothing to name", async () => {
  expect(await escapes(nodeArguments)).toEqual([]);
});

test("in a program that may start threads those alone are named", async () => {
  expect(await escapes((program) => ["--allow-worker", ...nodeArguments(program)])).toEqual([
    "starting a worker",
  ]);
});
