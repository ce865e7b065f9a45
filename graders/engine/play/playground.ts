// Runs programs that are their own scenario, as a submission is run: compiled, in the sandbox, on the virtual clock.
import type { Trace } from "../../trace/trace.ts";
import { runKey } from "../../world/stage/random.ts";
import { compile, originalPosition } from "../compile/compile.ts";
import { inSource } from "../compile/in-source.ts";
import { ITSELF } from "../edition/play-script.ts";
import { EngineError } from "../errors.ts";
import type { Answer, Child } from "../sandbox/run.ts";
import type { ExerciseFiles } from "../types.ts";
import { startChild } from "./start-child.ts";

/**
 * What became of a program: its trace, with every step of the event loop, and places in its own files. Or what kept it from
 * running, or from ending, in words, and the place if it has one (`file:line:column` stands in the words as well).
 */
export type Played = { trace: Trace } | { fault: string };

/** A child is started while the first program is compiled, unless there is one. Close it: that ends what is under way, too. */
export class Playground {
  private child: Promise<Child> | undefined;
  private closed = false;

  constructor(child?: Promise<Child>) {
    this.child = child;
  }

  /** Runs a program. Never rejects for what that does; rejects with EngineError if the sandbox does not hold or start. */
  async play(files: ExerciseFiles, seed = 1): Promise<Played> {
    if ("refused" in files) return { fault: files.reason };
    // Its failure is told below, whatever the compiler takes.
    this.started().catch(() => {});
    const compiled = await compile(files);
    if (!compiled.ok) {
      const { where, message } = compiled;
      return { fault: where ? `${where.file}:${where.line}:${where.column}: ${message}` : message };
    }
    const { program } = compiled;
    const answer = await this.run(program.code, seed);
    if (answer.kind === "trace") {
      const trace = { ...answer.trace, seed };
      return { trace: inSource(trace, ({ line, column }) => originalPosition(program, line, column)) };
    }
    if (answer.kind === "died") return { fault: diedInWords(answer) };
    throw new EngineError(
      `The program could not be run (${JSON.stringify(answer)}). Run npm ci, and try again.`,
    );
  }

  private async run(code: string, seed: number): Promise<Answer> {
    const child = await this.started();
    const loaded = await child.load(ITSELF, code);
    if (loaded.kind === "full") return this.again(code, seed);
    if (loaded.kind !== "ready") return loaded;
    let answer: Answer | undefined;
    const series = [{ check: ITSELF, key: runKey(seed, ITSELF, ITSELF), inputs: [[] satisfies []] }];
    await child.runs(series, { closely: true }, (given) => {
      answer = given;
    });
    if (answer!.kind === "died") this.child = undefined;
    return answer!;
  }

  private async again(code: string, seed: number): Promise<Answer> {
    await this.endChild();
    return this.run(code, seed);
  }

  private async started(): Promise<Child> {
    if (this.closed) throw new EngineError("The playground is closed. Open another one.");
    this.child ??= startChild();
    return this.child;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.endChild();
  }

  private async endChild(): Promise<void> {
    const child = await this.child?.catch(() => undefined);
    this.child = undefined;
    await child?.close();
  }
}

function diedInWords({ outcome }: Extract<Answer, { kind: "died" }>): string {
  switch (outcome) {
    case "time-limit":
      return "It was stopped: it never gave the event loop back. Is there a loop without end, or one of promises alone?";
    case "memory-limit":
      return "It was stopped: it needed too much memory.";
    case "output-limit":
      return "It was stopped: it printed or called too much.";
    default:
      return "It ended its process, by using up the stack perhaps.";
  }
}
