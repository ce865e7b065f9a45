// A thread that ends the child when the grader is gone or the memory used up, also while student code never comes back.

/** Resident memory of the whole process, in bytes: V8's heap limit, what Node needs, and room for ArrayBuffers. */
const MAX_RESIDENT = 800_000_000;
const EVERY_MS = 50;

// Text, since the child may read no file. On Windows a dead parent's id stays what it was: hence the signal 0.
const WATCH = `
  const { writeSync } = require("node:fs");
  const { pid, ppid, kill, memoryUsage } = process;
  const orphaned = () => {
    try {
      return process.ppid !== ppid || !kill(ppid, 0);
    } catch ({ code }) {
      return code === "ESRCH";
    }
  };
  setInterval(() => {
    const full = memoryUsage.rss() > ${MAX_RESIDENT};
    if (full) writeSync(2, "Allocation failed: the process is too large");
    if (full || orphaned()) kill(pid, "SIGKILL");
  }, ${EVERY_MS});
  require("node:worker_threads").parentPort.postMessage("watching");
`;

/** Starts the watchdog; resolves once it watches. Call it before lockdown. */
export async function startWatchdog(): Promise<void> {
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const worker = new Worker(WATCH, { eval: true, stdout: true, stderr: true });
  await new Promise<void>((resolve, reject) => {
    worker.once("message", () => resolve());
    worker.once("error", reject);
  });
  worker.unref();
}
