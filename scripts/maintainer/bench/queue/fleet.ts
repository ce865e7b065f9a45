// Gradings with and without workers, as processes: how long they take, what CPU time is their own, and what they report.
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { RedisServer } from "../../../testing/redis.ts";
import { makeClass } from "../make-class.ts";
import { OwnCpu } from "./own-cpu.ts";

const ROOT = dirname(dirname(dirname(dirname(import.meta.dirname))));
const key = randomBytes(32).toString("hex");

export interface Graded {
  /** Real ms, from the first submission on. */
  ms: number;
  /** CPU ms of the grading's own process, of all workers' own, and of Redis, from then on. */
  cpu: { grading: number; workers: number; redis: number };
  /** The reports' bytes. */
  report: string;
  said: string;
}

export interface Running {
  child: ChildProcess;
  said(): string;
  /** Resolves when it has said this; rejects with what it said if it ends first. */
  says(text: string): Promise<void>;
  ended: Promise<number | null>;
  cpu: OwnCpu;
}

/** A class, a Redis, and the commands on them. */
export class Fleet {
  readonly folder = mkdtempSync(join(tmpdir(), "async-dojo-fleet-"));
  readonly class_ = join(this.folder, "class");
  readonly redis: RedisServer;
  /** How many programs there are to grade. */
  readonly programs: number;
  /** What they reach Redis by. */
  url: string;
  private readonly all: Running[] = [];

  private constructor(redis: RedisServer, size: number) {
    this.redis = redis;
    this.url = redis.url;
    this.programs = makeClass(ROOT, this.class_, size);
  }

  static async begin(size: number, config: string[] = []): Promise<Fleet> {
    return new Fleet(await RedisServer.start({ config }), size);
  }

  start(script: string, ...args: string[]): Running {
    const env = { ...process.env, DOJO_QUEUE: this.url, DOJO_QUEUE_KEY: key, NO_COLOR: "1" };
    const child = spawn(process.execPath, [`scripts/${script}.ts`, ...args], { cwd: ROOT, env });
    let said = "";
    const heard = new Set<() => void>();
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        said += chunk;
        for (const each of heard) each();
      });
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    const says = (text: string) =>
      new Promise<void>((resolve, reject) => {
        const look = () => {
          if (!said.includes(text)) return;
          heard.delete(look);
          resolve();
        };
        heard.add(look);
        look();
        void ended.then(() => reject(new Error(`${script} ended without "${text}":\n${said}`)));
      });
    const running = { child, said: () => said, says, ended, cpu: new OwnCpu(child.pid!) };
    this.all.push(running);
    return running;
  }

  worker(...args: string[]): Running {
    return this.start("worker", "--queue", "env", "--jobs", "1", ...args);
  }

  grading(out: string, ...args: string[]): Running {
    return this.start("grade", this.class_, "--out", join(this.folder, out), ...args);
  }

  report(out: string): string {
    const files = ["results.json", "index.html"];
    return files.map((name) => readFileSync(join(this.folder, out, name), "utf8")).join("\n");
  }

  /** By so many workers, of one job each; without a queue if there are none. */
  async graded(out: string, workers: number): Promise<Graded> {
    const working = Array.from({ length: workers }, () => this.worker());
    await Promise.all(working.map(({ says }) => says("Working for")));
    const redis = new OwnCpu(this.redis.pid);
    const grading = this.grading(out, ...(workers > 0 ? ["--queue", "env"] : ["--jobs", "1"]));
    await grading.says("Sandbox:");
    const begun = performance.now();
    for (const { cpu } of [...working, grading, { cpu: redis }]) cpu.begin();
    const code = await grading.ended;
    const ms = performance.now() - begun;
    const cpu = {
      grading: grading.cpu.end(),
      workers: working.reduce((sum, { cpu }) => sum + cpu.end(), 0),
      redis: redis.end(),
    };
    for (const { child } of working) child.kill("SIGTERM");
    await Promise.all(working.map(({ ended }) => ended));
    if (code !== 0) throw new Error(`The grading ended with ${code}:\n${grading.said()}`);
    return { ms, cpu, report: this.report(out), said: grading.said() };
  }

  async remove(): Promise<void> {
    for (const { child } of this.all) child.kill("SIGKILL");
    await Promise.all(this.all.map(({ ended }) => ended));
    await this.redis.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
