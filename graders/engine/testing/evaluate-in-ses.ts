// Run by tests in a process of its own, since lockdown would break vitest: evaluates compiled programs in real SES.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// Not by `import`: SES's own types of its globals would clash with those in child/lockdown.ts.
createRequire(import.meta.url)("ses");
const { lockdown, Compartment } = globalThis as any;

lockdown({ errorTaming: "unsafe", overrideTaming: "severe", reporting: "none", stackFiltering: "verbose" });

const modules = { "node:timers/promises": { setTimeout: "virtual" } };

function outcome(code: string): unknown {
  try {
    const { x } = new Compartment({ __options__: true }).evaluate(code)(modules);
    return { x: typeof x === "function" ? x() : x };
  } catch (error) {
    const [, line, column] = /exercise:[^\s)]*?:(\d+):(\d+)/.exec((error as Error).stack ?? "") ?? [];
    return { threw: (error as Error).message, line: Number(line), column: Number(column) };
  }
}

const programs: string[] = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(programs.map(outcome)));
