// Run by kill-safety.test.ts in a process of its own: grades something that never comes back. Arguments: how to start the
// child, and whether it is busy (`loop`) or has nothing to do (`idle`). Prints `ready` when the child is so.
import { bundleChild, graderFiles } from "../edition/bundle.ts";
import { cpuMs } from "../sandbox/cpu-time.ts";
import { Child } from "../sandbox/run.ts";
import { limitedCommand, sandboxCommand, watchedCommand } from "../sandbox/sandbox.ts";

const [mode, state] = process.argv.slice(2);
const program = await bundleChild(graderFiles(["03-three-apis"]));
const commands = { bwrap: sandboxCommand, limits: limitedCommand, watchdog: watchedCommand };
const command = commands[mode as keyof typeof commands](program)!;
const limits = { startMs: 60_000, runMs: 60_000, exerciseMs: 60_000, stretch: 10 };
const child = new Child(command, limits);
await child.request({ kind: "probe" });
await child.request({ kind: "load", exercise: "03-three-apis", code: "() => { for (;;); }" });
const own = () => Object.values(process.cpuUsage()).reduce((sum, micros) => sum + micros / 1000, 0);
const used = () => cpuMs(process.pid)! - own();
const before = used();
if (state === "loop") child.runs([{ check: "time", key: "", inputs: [[]] }], {}, () => {});
// A loop is known by the time that it takes.
setInterval(() => {
  if (state !== "loop" || used() - before > 200) process.stdout.write("ready\n");
}, 10);
