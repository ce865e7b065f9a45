// A sandboxed child from the outside: requests with a time limit, replies checked, killed when it overstays.
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { Allowance } from "./allowance.ts";
import { type Input, Progress, type Reply, type Request, type Series, type Status } from "./protocol.ts";
import { parseReply } from "./reply-form.ts";
import type { SandboxCommand } from "./sandbox.ts";
import { StackDepth } from "./stack-depth.ts";

/** Real ms. On a busy machine the time limit stretches until the child has really used that much CPU time. */
export interface Limits {
  /** From the start of the process to its first reply. */
  startMs: number;
  /** For one run of one check. */
  runMs: number;
  /** For all runs of an exercise's checks together in one child. */
  exerciseMs: number;
  /** How far these may stretch for want of CPU time. */
  stretch: number;
}

export const DEFAULT_LIMITS: Limits = { startMs: 30_000, runMs: 2_000, exerciseMs: 15_000, stretch: 10 };

/** A reply, or how the child ended instead of giving one. */
export type Answer =
  | (Exclude<Reply, { kind: "status" }> & { bytes?: number })
  | {
      kind: "died";
      outcome: "time-limit" | "memory-limit" | "output-limit" | "crashed";
      status?: Status;
      detail: string;
    };

type Verdict = "time-limit" | "output-limit" | "crashed";
type WithoutId<R> = R extends Request ? Omit<R, "id"> : never;

/** How runs are watched, see Request. */
export type Watching = Pick<Extract<Request, { kind: "run" }>, "trail" | "closely">;

/** A request under way. */
interface Waiting {
  id: string;
  /** Takes the next answer, and says whether it was the last. */
  take(answer: Answer): boolean;
  done(): void;
}

/** All that may come for one answer. The recorder ends a run long before its trace gets this large. */
const MAX_BYTES = 8 * 1024 * 1024;
/** A run that says where it is and then is silent for this part of its time will not go on. */
const SILENCE = 1 / 4;
/**
 * What is kept of standard error, its end, and what an answer may write there. A fatal error is Node's last word; before that
 * Node shows the program's line whenever a promise is rejected where the stack ends.
 */
const KEPT_STDERR = 16 * 1024;
const MAX_STDERR = 64 * 1024 * 1024;

/** One child process. Requests are answered one at a time, in order; after a `died` the child is gone. */
export class Child {
  private readonly process: ChildProcess;
  private readonly limits: Limits;
  private pieces: Buffer[] = [];
  private received = 0;
  private stderr = "";
  private stderrBytes = 0;
  private status: Status | undefined;
  private fresh = true;
  private waiting: Waiting | undefined;
  /** For what is to be answered next. */
  private allowance: Allowance | undefined;
  /** For what is to be said next, by a run that says where it is. */
  private silence: Allowance | undefined;
  private verdict: Verdict | undefined;
  private exit: { code: number | null; signal: string | null } | undefined;
  private readonly stack: StackDepth;
  private wasDeep = false;
  /** How many programs it was given. */
  programs = 0;

  constructor({ command, args }: SandboxCommand, limits: Limits) {
    this.limits = limits;
    this.process = spawn(command, args, { env: {}, cwd: "/", stdio: ["pipe", "pipe", "pipe"] });
    this.stack = new StackDepth(this.process.pid);
    this.process.stdin!.on("error", () => {});
    this.process.stdout!.on("data", (chunk: Buffer) => this.read(chunk));
    this.process.stderr!.on("data", (chunk: Buffer) => {
      this.stderrBytes += chunk.length;
      this.stderr = (this.stderr + chunk.toString("utf8")).slice(-KEPT_STDERR);
      if (this.stderrBytes > MAX_STDERR) this.kill("output-limit");
    });
    this.process.on("error", (error) => {
      this.stderr += String(error);
      this.ended(null, null);
    });
    this.process.on("exit", () => {
      // A process that it left behind could hold its streams open for ever.
      const { stdout, stderr } = this.process;
      setTimeout(() => [stdout, stderr].map((stream) => stream!.destroy()), 1000).unref();
    });
    this.process.on("close", (code, signal) => this.ended(code, signal));
  }

  get alive(): boolean {
    return this.exit === undefined && this.verdict === undefined;
  }

  /** Whether its stack may have ended under a program. What died by itself does not tell. */
  get deep(): boolean {
    this.wasDeep ||= this.alive && this.stack.reachedEnd;
    return this.wasDeep;
  }

  /** Has it load an exercise's program: `ready`, or that it cannot take it. Never rejects. */
  load(exercise: string, code: string): Promise<Answer> {
    this.programs++;
    // What an earlier program had written is none of this one's.
    this.stderr = "";
    return this.request({ kind: "load", exercise, code });
  }

  /** The time that an exercise may take in this child, from now on. */
  exerciseAllowance(): Allowance {
    return new Allowance(this.process.pid, this.limits.exerciseMs, this.limits.stretch);
  }

  /** Sends a request and waits for its one answer, at most as long as the limits say. Never rejects. */
  async request(request: WithoutId<Exclude<Request, { kind: "run" }>>): Promise<Answer> {
    let only: Answer | undefined;
    await this.ask(request, (answer) => {
      only = answer;
      return true;
    });
    return only!;
  }

  /**
   * Runs each series' check with each input in turn; `answered` gets the answers in that order. There are fewer in a series
   * where one is no quiet end: that is its last. A death is the last of all. Resolves when the child has done with it all, and
   * never rejects.
   */
  runs(series: readonly Series[], watching: Watching, answered: (answer: Answer) => void): Promise<void> {
    const progress = new Progress(series);
    return this.ask({ kind: "run", ...watching, series }, (answer) => {
      answered(answer);
      progress.took(answer);
      return answer.kind === "died" || !progress.next;
    });
  }

  private ask(request: WithoutId<Request>, take: Waiting["take"]): Promise<void> {
    const id = randomUUID();
    return new Promise((resolve) => {
      const watchdog = this.watch(request.kind === "run" && request.trail === true);
      const done = () => {
        clearInterval(watchdog);
        this.waiting = undefined;
        resolve();
      };
      this.waiting = { id, take, done };
      this.status = undefined;
      this.received = 0;
      if (this.exit) this.ended(this.exit.code, this.exit.signal);
      else this.process.stdin!.write(`${requestText(request, id)}\n`);
    });
  }

  /** Stops what is under way: its answer is that the time is up. */
  stop(): void {
    this.kill("time-limit");
  }

  /** Ends the child; resolves when it is gone. */
  close(): Promise<void> {
    if (this.exit) return Promise.resolve();
    return new Promise((resolve) => {
      this.process.once("close", () => resolve());
      this.process.kill("SIGKILL");
    });
  }

  /**
   * Kills the child once it has given no answer for `runMs`, or on a `trail` said nothing for a part of that; before its
   * first answer it may take the time to start.
   */
  private watch(trail: boolean): NodeJS.Timeout {
    const limit = this.fresh ? this.limits.startMs : this.limits.runMs;
    const allow = (ms: number) => new Allowance(this.process.pid, ms, this.limits.stretch);
    this.allowance = undefined;
    this.silence = undefined;
    return setInterval(
      () => {
        this.allowance ??= allow(limit);
        if (trail) this.silence ??= allow(limit * SILENCE);
        if (this.allowance.over || this.silence?.over) this.kill("time-limit");
      },
      Math.min(100, limit / 4),
    );
  }

  private kill(verdict: Verdict): void {
    this.wasDeep ||= this.deep;
    this.verdict ??= verdict;
    this.process.kill("SIGKILL");
  }

  private read(chunk: Buffer): void {
    this.received += chunk.length;
    if (this.received > MAX_BYTES) this.kill("output-limit");
    // What a child that must go has still written is nobody's.
    for (let from = 0; from < chunk.length && this.alive; ) {
      const end = chunk.indexOf(10, from);
      this.pieces.push(chunk.subarray(from, end < 0 ? chunk.length : end));
      if (end < 0) return;
      this.frame(Buffer.concat(this.pieces).toString("utf8"));
      this.pieces = [];
      from = end + 1;
    }
  }

  private frame(line: string): void {
    const reply = parseReply(line);
    if (!reply) {
      this.kill("crashed");
      return;
    }
    if (reply.kind === "status") {
      this.status = reply.status;
      this.silence = undefined;
    } else if (this.waiting && reply.id === this.waiting.id) {
      this.fresh = false;
      this.allowance = undefined;
      this.received = 0;
      this.stderrBytes = 0;
      // Whose answer it is, is known now; the number is chance, and what is kept of it must not be.
      const { id: _, ...answer } = reply;
      if (this.waiting.take({ ...answer, bytes: line.length } as Answer)) this.waiting.done();
    }
  }

  private ended(code: number | null, signal: string | null): void {
    this.exit = { code, signal };
    const status = this.status ? { status: this.status } : {};
    this.waiting?.take({
      kind: "died",
      outcome: this.cause(),
      detail: this.detail(code, signal),
      ...status,
    });
    this.waiting?.done();
  }

  private cause(): Verdict | "memory-limit" {
    if (this.verdict) return this.verdict;
    if (
      /heap out of memory|invalid (array|string|table) (length|size)|Allocation failed|OOM/i.test(this.stderr)
    ) {
      return "memory-limit";
    }
    return "crashed";
  }

  private detail(code: number | null, signal: string | null): string {
    return `exit ${code ?? signal}: ${this.stderr.trim().slice(-2000)}`;
  }
}

/** The inputs' texts: a class is asked the same ones, submission after submission. */
const texts = new WeakMap<Input, string>();

function requestText(request: WithoutId<Request>, id: string): string {
  if (request.kind !== "run") return JSON.stringify({ ...request, id });
  const { series, ...rest } = request;
  return `${headText({ ...rest, id })},"series":[${series.map(seriesText).join(",")}]}`;
}

function seriesText({ inputs, ...rest }: Series): string {
  return `${headText(rest)},"inputs":[${inputs.map(inputText).join(",")}]}`;
}

/** An object's text without its end. */
function headText(object: object): string {
  return JSON.stringify(object).slice(0, -1);
}

function inputText(input: Input): string {
  const known = texts.get(input) ?? JSON.stringify(input);
  texts.set(input, known);
  return known;
}
