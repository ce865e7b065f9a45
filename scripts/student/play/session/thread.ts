// The thread that answers `npm run play`; see serve.ts.
import { enableCompileCache } from "node:module";
import { createServer, type Socket } from "node:net";
import { parentPort, workerData } from "node:worker_threads";
import type { Child } from "../../../../graders/engine/sandbox/run.ts";
import { isAnswered, listenIn } from "./listen.ts";
import { type PlayAnswer, type PlayRequest, requestIn } from "./request.ts";
import { sourcesIn } from "./sources.ts";

enableCompileCache();

/** Arguments and names of files: more is no request. */
const MOST_CHARACTERS = 1_000_000;

const { root } = workerData as { root: string };
// Before they are loaded: whatever is changed from now on is noticed.
const sources = sourcesIn(root);
const server = createServer((socket) => void serve(socket));
/** What is run for whoever asks, and how it is ended. */
let running: { answer: Promise<PlayAnswer | undefined>; end: () => void } | undefined;
let ahead: Promise<Child> | undefined;

parentPort!.on("message", () => void close());
if (await isAnswered(root)) process.exit();
const [{ answerTo }, { startChild }, { startCompiler }] = await Promise.all([
  import("./answer.ts"),
  import("../../../../graders/engine/play/start-child.ts"),
  import("../../../../graders/engine/compile/compile.ts"),
]);
startCompiler();
startAhead();
await ahead;
if (await isAnswered(root)) await close();
await listenIn(root, server);

async function serve(socket: Socket): Promise<void> {
  socket.on("error", () => {});
  const changed = sourcesIn(root) !== sources;
  const request = await requestOf(socket);
  // Who asks meanwhile does it alone.
  if (!request || running) return void socket.destroy();
  if (changed) return close();
  socket.write("\n");
  const asking = new AbortController();
  const end = () => asking.abort();
  running = { answer: answerTo(request, { root, takeChild, signal: asking.signal }), end };
  socket.once("close", end);
  // Not before: it keeps this thread for as long as a run takes.
  socket.once("close", startAhead);
  const answer = await running.answer;
  running = undefined;
  if (answer) socket.end(`${JSON.stringify(answer)}\n`);
  else socket.destroy();
}

/** Undefined if it is none, or whoever asks has gone. */
function requestOf(socket: Socket): Promise<PlayRequest | undefined> {
  const { promise, resolve } = Promise.withResolvers<PlayRequest | undefined>();
  let text = "";
  socket.setEncoding("utf8").on("data", (piece: string) => {
    text += piece;
    if (piece.endsWith("\n") || text.length > MOST_CHARACTERS) resolve(requestIn(text));
  });
  socket.once("close", () => resolve(undefined));
  return promise;
}

/** There is only one, and none that it was not to begin with: each program has its own. */
function startAhead(): void {
  ahead ??= startChild();
  // Its failure is told to whoever takes it.
  ahead.catch(() => {});
}

async function takeChild(): Promise<Child> {
  const waiting = ahead;
  ahead = undefined;
  const child = await waiting;
  // The system may have ended it, for want of memory.
  return child?.alive ? child : startChild();
}

async function close(): Promise<never> {
  // It removes the socket.
  server.close();
  running?.end();
  await running?.answer;
  const child = await ahead?.catch(() => undefined);
  await child?.close();
  process.exit();
}
