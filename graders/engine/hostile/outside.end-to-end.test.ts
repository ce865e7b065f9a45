// Layers 3 and 4 each alone: a program that needs no way out of SES, since it was never in it.
import { spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { cpSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bubblewrap } from "../sandbox/bubblewrap.ts";
import { limited } from "../sandbox/process-limits.ts";
import { nodeArguments } from "../sandbox/sandbox.ts";
import { temporaryFolder } from "../testing/folders.ts";

const PROGRAM = join(import.meta.dirname, "host-attempts.cjs");
const ATTEMPTS: string[] = createRequire(import.meta.url)(PROGRAM);

type Command = [command: string, args: string[]];

/** Something listens there, over TCP and UDP: what comes in is counted. */
let [received, port] = [0, 0];
let server: Server;
const socket = createSocket("udp4").on("message", () => received++);
beforeAll(async () => {
  server = createServer((_, response) => void response.end("x")).on("connection", () => received++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
  await new Promise<void>((resolve) => socket.bind(port, "127.0.0.1", resolve));
});
afterAll(() => [server.close(), socket.close()]);

function run([command, args]: Command, folder: string): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: folder, env: {}, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    child.stdout.on("data", (chunk) => (said += chunk));
    child.stderr.on("data", (chunk) => (said += chunk));
    child.on("close", () => resolve(said));
  });
}

/** Which attempts work for a copy of the program that is started so. */
async function worked(start: (program: string) => Command): Promise<string[]> {
  const answers = await Promise.all(
    ATTEMPTS.map(async (name) => {
      const folder = temporaryFolder({ "secret.txt": "secret" });
      const program = join(folder, "program", "program.cjs");
      cpSync(PROGRAM, program);
      const [command, args] = start(program);
      const given = [name, join(folder, "secret.txt"), folder, String(port), String(process.pid)];
      return (await run([command, [...args, ...given]], folder)).startsWith("worked") ? [name] : [];
    }),
  );
  return answers.flat();
}

function jailed(program: string): Command {
  const jail = bubblewrap(program);
  if (!("command" in jail)) throw new Error(jail.reason);
  return [jail.command, [...jail.args, jail.program]];
}

const canJail = "command" in bubblewrap(PROGRAM);

test("without any layer nearly all of it works, so the attempts are real", async () => {
  const all = await worked((program) => [process.execPath, [program]]);
  expect(all).toContain("read a file");
  expect(all.length).toBeGreaterThan(15);
  expect(received).toBeGreaterThan(2);
});

test("Node's permission model alone: no files, network, programs, threads, addons or inspector", async () => {
  received = 0;
  expect(await worked((program) => [process.execPath, nodeArguments(program)])).toEqual([
    "signal the grader",
    "see the network",
  ]);
  expect(received).toBe(0);
});

test.runIf(canJail)("bubblewrap alone: nothing but Node itself, in an empty network", async () => {
  received = 0;
  expect(await worked(jailed)).toEqual([
    "run Node again",
    "start a thread",
    "open the inspector",
    "send a datagram",
  ]);
  expect(received).toBe(0);
});

/** Fills memory beside V8's heap until something stops it; it says how many MB it got. */
const FILL = `let mb = 0; const all = [];
  process.on("exit", () => console.log(mb));
  try { for (; mb < 4000; mb += 32) all.push(new Uint8Array(32e6).fill(1)); } catch {}`;

async function megabytes(start: (program: string) => Command): Promise<number> {
  const folder = temporaryFolder({ "fill.cjs": FILL });
  return Number.parseInt(await run(start(join(folder, "fill.cjs")), folder), 10);
}

test.runIf(canJail)("bubblewrap alone: memory beside the heap ends below 900 MB", async () => {
  expect(await megabytes(jailed)).toBeLessThan(900);
});

test.runIf(limited())("the system's limits alone: memory beside the heap ends below 900 MB", async () => {
  const { command, args } = limited()!;
  expect(await megabytes((program) => [command, [...args, process.execPath, program]])).toBeLessThan(900);
});

test.runIf(canJail)("bubblewrap alone: processes that start processes come to an end", async () => {
  const bomb = `const { spawn } = require("node:child_process");
    let [started, left] = [0, 200];
    const tried = () => { if (--left === 0) { console.log(started); process.exit(); } };
    for (let n = 0; n < 200; n++) {
      const child = spawn("/node", ["-e", "setTimeout(() => {}, 1e8)"], { stdio: "ignore" });
      child.on("spawn", () => { started++; tried(); }).on("error", tried);
    }`;
  const folder = temporaryFolder({ "bomb.cjs": bomb });
  const said = await run(jailed(join(folder, "bomb.cjs")), folder);
  expect(Number.parseInt(said, 10) || 0).toBeLessThan(64);
});
