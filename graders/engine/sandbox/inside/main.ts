// The sandboxed process: locks the realm down, then answers one request after another on its standard streams.
// Everything that it needs of Node is taken before lockdown; student code finds none of it.
import { readSync, writeSync } from "node:fs";
import { childGraders } from "child-graders";
import { type Reply, type Request, WATCHED } from "../protocol.ts";
import { lockDown } from "./lockdown.ts";
import { createRunner, type Runner } from "./runner.ts";
import { startWatchdog } from "./watchdog.ts";

const write = (reply: Reply) => {
  const bytes = Buffer.from(`${JSON.stringify(reply)}\n`);
  for (let offset = 0; offset < bytes.length; ) offset += writeSome(bytes, offset);
};

const { wait } = Atomics;
const never = new Int32Array(new SharedArrayBuffer(4));

/** How much of it could be written. The parent may be slow to read, and Node may have made the pipe non-blocking. */
function writeSome(bytes: Buffer, offset: number): number {
  try {
    return writeSync(1, bytes, offset);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    wait(never, 0, 0, 1);
    return 0;
  }
}

// Local times are everybody's the same, wherever the grader runs.
process.env.TZ = "UTC";
main().catch(() => process.exit(1));

async function main(): Promise<void> {
  if (process.argv.includes(WATCHED)) await startWatchdog();
  const realm = lockDown();
  await serve(createRunner(realm, childGraders, (status) => write({ kind: "status", status })));
}

/** Reads requests blockingly: between them nothing may run, also not what a submission left behind. */
async function serve(runner: Runner): Promise<void> {
  const lines = readLines();
  for (const line of lines) {
    const request = JSON.parse(line) as Request;
    const answer = (reply: Reply) => write({ ...reply, id: request.id });
    try {
      await runner.handle(request, answer);
    } catch (error) {
      answer({ kind: "fault", message: error instanceof Error ? String(error.stack) : String(error) });
    }
  }
  process.exit(0);
}

function* readLines(): Generator<string> {
  const chunk = Buffer.alloc(64 * 1024);
  let rest: Buffer[] = [];
  for (;;) {
    const size = readSync(0, chunk, 0, chunk.length, null);
    if (size === 0) return;
    let from = 0;
    for (let end = chunk.indexOf(10, from); end >= 0 && end < size; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]).toString("utf8");
      rest = [];
      from = end + 1;
    }
    if (from < size) rest.push(Buffer.from(chunk.subarray(from, size)));
  }
}
