// Runs programs in the world as a submission runs: compiled, in a child, under SES, on the virtual clock.
import { basename } from "node:path";
import { compile } from "../compile/compile.ts";
import { childFiles } from "../edition/bundle.ts";
import { keepChild } from "../edition/child-files.ts";
import { ownHash } from "../edition/graders-hash.ts";
import { type Answer, Child, DEFAULT_LIMITS } from "../sandbox/run.ts";

/** A grader that calls nothing: what a program does while it is loaded, and later, is all. */
const NOTHING = "({ id: 'none', checks: [{ id: 'none', scenario: () => {} }] })";

export class ConformanceWorld {
  private child: Child | undefined;

  /** The lines that a program prints; how it ends, where it does not end well, is a line in parentheses. Never rejects. */
  async lines(path: string, source: string): Promise<string[]> {
    const entry = basename(path);
    const compiled = await compile({ entry, files: new Map([[entry, source]]) });
    if (!compiled.ok) return [`(${compiled.outcome}: ${compiled.message})`];
    if (!this.child?.alive) this.child = await startChild();
    await this.child.load("none", compiled.program.code);
    let answer: Answer | undefined;
    await this.child.runs([{ check: "none", key: "", inputs: [[]] }], {}, (given) => {
      answer = given;
    });
    return linesOf(answer!);
  }

  close(): Promise<void> | undefined {
    return this.child?.close();
  }
}

function linesOf(answer: Answer): string[] {
  if (answer.kind !== "trace") return [`(${JSON.stringify(answer)})`];
  const { console: printed, uncaught, end } = answer.trace;
  const lines = printed.flatMap(({ text }) => text.split("\n"));
  if (uncaught) return [...lines, `(uncaught ${JSON.stringify(uncaught.reason)})`];
  return end === "quiet" ? lines : [...lines, `(${end})`];
}

async function startChild(): Promise<Child> {
  const path = await keepChild({
    hash: ownHash(),
    program: childFiles,
    ids: ["none"],
    script: () => NOTHING,
  });
  const command = { command: process.execPath, args: ["--no-warnings", path], layers: ["ses" as const] };
  return new Child(command as ConstructorParameters<typeof Child>[0], DEFAULT_LIMITS);
}
