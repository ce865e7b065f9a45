// A class that workers grade, as processes of a small project: its commands, a Redis, and workers that run no more jobs than a
// test lets them, so that whatever happens to them happens in the middle.
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Redis } from "ioredis";
import { expect } from "vitest";
import { RedisServer, type ServerOptions } from "./redis.ts";
import { environment, type SmallProject } from "./small-project.ts";

export const PASSWORD = "a-password";
/** What a program says whose worker ends whenever it takes it. */
export const POISON = "ends its worker";
const key = randomBytes(32).toString("hex");

/** Who works is known for a while, and BullMQ has notes of its own of a queue on which a worker waits. */
const OF_WORKERS = /^dojo:(workers?\b|[0-9a-f-]{17}:(meta|stalled-check)$)/;

/** Loaded into a worker before it begins. */
const valve = `import { existsSync, readdirSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Engine } from "./graders/engine/engine.ts";

const folder = process.env.VALVE!;
const { transcribe } = Engine.prototype;
Engine.prototype.transcribe = async function (programs, given) {
  if (programs.some(({ code }) => code.includes("${POISON}"))) process.kill(process.pid, "SIGKILL");
  while (!existsSync(join(folder, "open")) && !readdirSync(folder).some(taken)) await sleep(20);
  return transcribe.call(this, programs, given);
};

function taken(name: string): boolean {
  try {
    unlinkSync(join(folder, name));
    return true;
  } catch {
    return false;
  }
}
`;

export interface Command {
  child: ChildProcess;
  said(): string;
  ended: Promise<number | null>;
  /** How it ended; before that, what it said. */
  state(): number | string | null;
}

export class Scene {
  readonly server: RedisServer;
  /** A connection that may do all. */
  readonly admin: Redis;
  private readonly project: SmallProject;
  private readonly valve: string;
  private readonly started: Command[] = [];
  private given = 0;

  private constructor(project: SmallProject, server: RedisServer) {
    this.project = project;
    this.server = server;
    this.admin = server.client();
    this.valve = join(project.root, `valve-${server.port}`);
    mkdirSync(this.valve);
    project.write("valve.ts", valve);
  }

  static async begin(project: SmallProject, options?: ServerOptions): Promise<Scene> {
    return new Scene(project, await RedisServer.start(options));
  }

  /** A command of the project's. `port`: by which it reaches Redis, where it is not Redis' own. */
  command(script: string, args: string[], port = this.server.port): Command {
    const { server, project } = this;
    const url = server.tls ? `rediss://dojo:${PASSWORD}@localhost:${port}` : `redis://127.0.0.1:${port}`;
    const env = {
      ...environment(),
      ...{ DOJO_QUEUE: url, DOJO_QUEUE_KEY: key, VALVE: this.valve },
      ...(server.tls && { NODE_EXTRA_CA_CERTS: server.certificate }),
    };
    const before = script === "worker" ? ["--import", "./valve.ts"] : [];
    const all = [...before, `scripts/${script}.ts`, ...args];
    const child = spawn(process.execPath, all, { cwd: project.root, env });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    const state = () => (child.signalCode !== null ? null : (child.exitCode ?? said));
    const one = { child, said: () => said, ended, state };
    this.started.push(one);
    return one;
  }

  /** `patience`: s without a word of it after which its job is another's. */
  worker({ patience = 60, port }: { patience?: number; port?: number } = {}): Command {
    return this.command("worker", ["--queue", "env", "--jobs", "1", "--patience", `${patience}`], port);
  }

  grading(class_: string, out: string, port?: number): Command {
    return this.command("grade", [class_, "--out", out, "--queue", "env"], port);
  }

  /** So many more jobs may be run. */
  give(jobs: number): void {
    for (let count = 0; count < jobs; count++) writeFileSync(join(this.valve, `${++this.given}`), "");
  }

  /** All may be run from now on. */
  open(): void {
    writeFileSync(join(this.valve, "open"), "");
  }

  /** All keys in Redis but those of workers. */
  async keys(): Promise<string[]> {
    return (await this.admin.keys("*")).filter((name) => !OF_WORKERS.test(name)).sort();
  }

  async remove(): Promise<void> {
    await Promise.all(this.started.map(kill));
    this.admin.disconnect();
    await this.server.remove();
  }
}

export const ends = (one: Command, code: number) => expect.poll(one.state).toBe(code);
export const says = (one: Command, text: string | RegExp) => expect.poll(one.said).toMatch(text);

export async function kill(one: Command): Promise<void> {
  one.child.kill("SIGKILL");
  await one.ended;
}

/** Each is told to end when what it has is done, and does. */
export async function leave(workers: readonly Command[]): Promise<void> {
  for (const { child } of workers) child.kill("SIGTERM");
  for (const each of workers) await ends(each, 0);
}

/** The reports, and all that a gradebook holds of the class, in an order of its own. */
export function reports({ root }: SmallProject, out: string): string {
  const files = ["results.json", "index.html"].map((name) => readFileSync(join(root, out, name), "utf8"));
  return [...files, gradebook(join(root, out, "gradebook.sqlite"))].join("\n");
}

function gradebook(path: string): string {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database
    .prepare(
      `SELECT id, exercise, hex(content) AS content, score, outcome, checks,
        (SELECT count(*) FROM pictures WHERE pictures.verdict = verdicts.verdict) AS pictures,
        (SELECT group_concat(check_id) FROM answers WHERE answers.verdict = verdicts.verdict) AS answers
      FROM submissions JOIN results USING (run, position) JOIN verdicts USING (verdict)
      WHERE run = (SELECT max(run) FROM runs) ORDER BY id, exercise`,
    )
    .all();
  const verdicts = database
    .prepare("SELECT content, count(*) AS n FROM verdicts GROUP BY content HAVING n > 1")
    .all();
  database.close();
  return JSON.stringify([rows, verdicts]);
}
