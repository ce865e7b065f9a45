// Ghosts: what the reference solution does in a submission's own scenario, so that its timeline can stand below.
import type { Plain } from "../trace/plain.ts";
import type { Trace } from "../trace/trace.ts";
import { runKey } from "../world/stage/random.ts";
import { compile } from "./compile/compile.ts";
import type { ChildHolder } from "./sandbox/child-holder.ts";
import type { Input } from "./sandbox/protocol.ts";
import type { Child } from "./sandbox/run.ts";

/** One scenario: the check's id, and the seed and generated input that it was run with. */
export interface Scenario {
  check: string;
  seed: number;
  input?: Plain;
}

/** Runs references one after another in one child, which lives until the engine is closed: to start it costs most. */
export class Ghosts {
  private readonly child: ChildHolder;
  private readonly compiled = new Map<string, Promise<string | undefined>>();
  private loaded: { child: Child; id: string } | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(child: ChildHolder) {
    this.child = child;
  }

  /** The trace of `source`, the reference of exercise `id`, in this scenario; undefined if it gives none. */
  async trace(id: string, source: string, scenario: Scenario): Promise<Trace | undefined> {
    if (!this.compiled.has(id)) this.compiled.set(id, codeOf(id, source));
    const code = await this.compiled.get(id);
    if (code === undefined) return undefined;
    // A child takes one request at a time.
    // Nothing in a reference ends its child: where one ended, somebody else did it.
    const run = async () => (await this.run(id, code, scenario)) ?? (await this.run(id, code, scenario));
    const turn = this.last.then(run);
    this.last = turn.catch(() => {});
    return turn;
  }

  private async run(id: string, code: string, scenario: Scenario): Promise<Trace | undefined> {
    const child = await this.child.get();
    if (this.loaded?.child !== child || this.loaded.id !== id) {
      if ((await child.load(id, code)).kind !== "ready") {
        await this.child.renew();
        return undefined;
      }
      this.loaded = { child, id };
    }
    const { check, seed, input } = scenario;
    let trace: Trace | undefined;
    const series = {
      check,
      key: runKey(seed, id, check),
      inputs: [input === undefined ? [] : [input]] as Input[],
    };
    await child.runs([series], {}, (answer) => {
      if (answer.kind !== "trace") return;
      trace = { ...answer.trace, seed, ...(input === undefined ? {} : { input }) };
    });
    return trace;
  }
}

async function codeOf(id: string, source: string): Promise<string | undefined> {
  const entry = `${id.slice(3)}.ts`;
  const compiled = await compile({ entry, files: new Map([[entry, source]]) });
  return compiled.ok ? compiled.program.code : undefined;
}
