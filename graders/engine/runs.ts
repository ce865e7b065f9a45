// Who answers an exercise's runs: a child here. What a child answered elsewhere is in transcript.ts.
import { runKey } from "../world/stage/random.ts";
import type { Allowance } from "./sandbox/allowance.ts";
import type { ChildHolder } from "./sandbox/child-holder.ts";
import type { Input } from "./sandbox/protocol.ts";
import type { Answer, Child } from "./sandbox/run.ts";

export type Death = Extract<Answer, { kind: "died" }>;

/** How a request ended that was not answered to its end. */
export interface Ending {
  died: Death;
  /** It was ended since all runs together took too long, and not by a run that never came back. */
  stopped: boolean;
}

/** Runs of a check (its id) with each of these inputs in turn, until a run is no quiet one. */
export interface AskedSeries {
  check: string;
  inputs: readonly Input[];
}

export interface Asking {
  series: readonly AskedSeries[];
  seed: number;
  /** Says all the way where it is. */
  trail: boolean;
}

export interface Runs {
  /** Has it all run; `took` gets the answers, in order. Never rejects by a run. */
  ask(asking: Asking, took: (answer: Answer) => void): Promise<Ending | undefined>;
  /** Whether all runs together have taken as long as they may. */
  over(): boolean;
  /** Whether what is answered may be due to other programs that ran there. */
  readonly worn: boolean;
  /** Whether a stack may have ended under the program. */
  readonly deep: boolean;
}

export class ChildRuns implements Runs {
  worn = false;
  private readonly exercise: string;
  private readonly code: string;
  private readonly children: ChildHolder;
  private readonly used = new Set<Child>();
  private loadedIn: Child | undefined;
  private allowance: Allowance | undefined;

  /** `exercise`: its id. */
  constructor(exercise: string, code: string, children: ChildHolder) {
    this.exercise = exercise;
    this.code = code;
    this.children = children;
  }

  get deep(): boolean {
    return [...this.used].some(({ deep }) => deep);
  }

  over(): boolean {
    return this.allowance?.over ?? false;
  }

  async ask({ series, seed, trail }: Asking, took: (answer: Answer) => void): Promise<Ending | undefined> {
    const child = (await this.loadedChild()) ?? (await this.loadedChild());
    if (!child) {
      took({ kind: "fault", message: "The sandbox does not start again." });
      return undefined;
    }
    let died: Death | undefined;
    let stopped = false;
    const keyed = series.map(({ check, inputs }) => ({
      check,
      key: runKey(seed, this.exercise, check),
      inputs,
    }));
    await child.runs(keyed, { trail }, (answer) => {
      if (answer.kind === "died") died = answer;
      else took(answer);
      if (died || !this.over()) return;
      stopped = true;
      child.stop();
    });
    return died && { died, stopped };
  }

  /** A child that has loaded the program; undefined if an earlier exercise wore it out: the next one is fresh. */
  private async loadedChild(): Promise<Child | undefined> {
    const child = await this.children.get();
    if (this.loadedIn === child) return child;
    const worn = child.programs > 0;
    const { kind } = await child.load(this.exercise, this.code);
    if (kind !== "ready") {
      await this.children.renew();
      return undefined;
    }
    this.worn = worn;
    this.used.add(child);
    this.allowance = child.exerciseAllowance();
    this.loadedIn = child;
    return child;
  }
}
