// The child that a submission's exercises run in, one after another.
import type { Child } from "./run.ts";

/** Started when it is first needed, and again after it died. */
export class ChildHolder {
  readonly all: Child[] = [];
  private readonly start: () => Promise<Child>;

  constructor(start: () => Promise<Child>) {
    this.start = start;
  }

  async get(): Promise<Child> {
    const last = this.all.at(-1);
    if (last?.alive) return last;
    const child = await this.start();
    this.all.push(child);
    return child;
  }

  /** Ends the child, if there is one: the next is a fresh one. */
  async renew(): Promise<void> {
    await this.all.at(-1)?.close();
  }
}
