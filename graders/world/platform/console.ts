// The students' console: what they print becomes lines of the trace, with virtual times.
import { formatLine } from "./console-format.ts";
import { formatTable } from "./console-table.ts";
import { invalidArgument } from "./errors.ts";
import { type InspectOptions, inspect } from "./inspect.ts";
import { run } from "./run.ts";

type Method = (...args: any[]) => void;

function write(level: string, text: string): void {
  const { indent } = run();
  run().print(level, indent === "" ? text : indent + text.replaceAll("\n", `\n${indent}`));
}

function print(level: string, args: unknown[]): void {
  write(level, formatLine(args));
}

const group: Method = (...args) => {
  if (args.length > 0) print("log", args);
  run().indent += "  ";
};

/** Prints the time since the label's start, and says whether there was one. */
function printTime(caller: string, label: unknown, rest: unknown[]): boolean {
  const { host, starts } = run();
  const name = `${label}`;
  const start = starts.get(name);
  if (start === undefined) run().warnText(`No such label '${name}' for console.${caller}()`);
  else print("log", ["%s: %s", name, duration(host.clock.now - start), ...rest]);
  return start !== undefined;
}

/** Its methods need no `this`. In the order in which Node lists them. */
const methods: Record<string, Method> = {
  log: (...args) => print("log", args),
  warn: (...args) => print("warn", args),
  dir: (value, options?: InspectOptions) =>
    write("log", inspect(value, { customInspect: false, ...options })),
  time: (label = "default") => {
    const { host, starts } = run();
    const name = `${label}`;
    if (starts.has(name)) run().warnText(`Label '${name}' already exists for console.time()`);
    else starts.set(name, host.clock.now);
  },
  timeEnd: (label = "default") => {
    if (printTime("timeEnd", label, [])) run().starts.delete(`${label}`);
  },
  timeLog: (label = "default", ...rest) => void printTime("timeLog", label, rest),
  trace: (...args) => write("trace", ["Trace", formatLine(args)].filter(Boolean).join(": ")),
  assert: (condition, ...args) => {
    if (condition) return;
    const [first, ...rest] = args;
    if (typeof first === "string") print("warn", [`Assertion failed: ${first}`, ...rest]);
    else print("warn", ["Assertion failed", ...args]);
  },
  // On Node it clears a terminal, and nothing else.
  clear: () => {},
  count: (label = "default") => {
    const { counts } = run();
    const name = `${label}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    write("log", `${name}: ${count}`);
  },
  countReset: (label = "default") => {
    if (!run().counts.delete(`${label}`)) run().warnText(`Count for '${label}' does not exist`);
  },
  group,
  groupEnd: () => {
    run().indent = run().indent.slice(2);
  },
  table: (data, columns) => {
    if (columns !== undefined && !Array.isArray(columns)) {
      throw invalidArgument("properties", "an instance of Array", columns);
    }
    const table = formatTable(data, columns);
    if (table === undefined) print("log", [data]);
    else write("log", table);
  },
  debug: (...args) => print("debug", args),
  info: (...args) => print("info", args),
  dirxml: (...args) => print("log", args),
  error: (...args) => print("error", args),
  groupCollapsed: (...args) => group(...args),
};
for (const [name, method] of Object.entries(methods)) {
  Object.defineProperties(method, { name: { value: name }, length: { value: 0 } });
}

/** Shared by all runs, each of which has a console of its own with these on it. */
export const consoleMethods: Readonly<Record<string, Method>> = methods;

/** `5ms`, `1.500s`, `1:05.000 (m:ss.mmm)`: as Node writes a duration. */
function duration(ms: number): string {
  if (ms < 1000) return `${ms}ms`;
  const seconds = (ms % 60_000) / 1000;
  if (ms < 60_000) return `${seconds.toFixed(3)}s`;
  const rest = seconds.toFixed(3).padStart(6, "0");
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return `${minutes}:${rest} (m:ss.mmm)`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${rest} (h:mm:ss.mmm)`;
}
