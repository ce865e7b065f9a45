import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { interruptible } from "./interruptible.ts";

test.skipIf(process.platform === "win32")("a signal ends what gives the event loop no turn", async () => {
  const program = `
    import { writeSync } from "node:fs";
    import { interruptible } from ${JSON.stringify(join(import.meta.dirname, "interruptible.ts"))};
    process.on("SIGTERM", () => {});
    interruptible(() => { writeSync(1, "busy"); for (;;); });`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([null, "SIGTERM"]);
});

test("listeners are there again afterwards, whatever came of it", () => {
  const before = process.listeners("SIGTERM");
  const listener = () => {};
  process.on("SIGTERM", listener);
  expect(interruptible(() => process.listeners("SIGTERM"))).toEqual([]);
  expect(() =>
    interruptible(() => {
      throw new Error("no");
    }),
  ).toThrow("no");
  expect(process.listeners("SIGTERM")).toEqual([...before, listener]);
  process.off("SIGTERM", listener);
});
