// The sandboxed process: locks the realm down, then answers one request after another on its standard streams.
// Everything that it needs of Node is taken before lockdown; student code finds none of it.
import { readSync, writeSync } from "node:fs";
import type { Grader } from "../../../kit/grader.ts";
import { type Reply, type Request, WATCHED } from "../protocol.ts";
import { lockDown } from "./lockdown.ts";
import { createRunner, type Runner } from "./runner.ts";
import { startWatchdog } from "./watchdog.ts";

const clock = performance;

const { wait } = Atomics;
const never = new Int32Array(new SharedArrayBuffer(4));

/** Replies wait for others this long (real ms), and up to this length: a write and what it wakes cost more than most runs. */
const WAIT = 20;
const MAX_WAITING = 256 * 1024;

/** Nothing waits but between the runs of one request. */
const waiting = { text: "", since: 0 };

function send(reply: Reply): void {
  waiting.text += `${JSON.stringify(reply)}\n`;
  flush();
}

function sendSoon(reply: Reply): void {
  if (waiting.text === "") waiting.since = clock.now();
  waiting.text += `${JSON.stringify(reply)}\n`;
  if (waiting.text.length > MAX_WAITING || clock.now() - waiting.since > WAIT) flush();
}

function flush(): void {
  const bytes = Buffer.from(waiting.text);
  waiting.text = "";
  for (let offset = 0; offset < bytes.length; ) offset += writeSome(bytes, offset);
}

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
  const graderOf = (id: string) => keptScript(`${id}.js`).runInThisContext() as Grader;
  await serve(createRunner(realm, graderOf, (status) => send({ kind: "status", status })));
}

/** Reads requests blockingly: between them nothing may run, also not what a submission left behind. */
async function serve(runner: Runner): Promise<void> {
  const lines = readLines();
  for (const line of lines) {
    const request = JSON.parse(line) as Request;
    const { id } = request;
    const say = request.kind === "run" && !request.trail ? sendSoon : send;
    try {
      await runner.handle(request, (reply) => say({ ...reply, id }));
    } catch (error) {
      const message = error instanceof Error ? String(error.stack) : String(error);
      say({ kind: "fault", message, id });
    }
    flush();
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
