// The students' console: what they print becomes lines of the trace, with virtual times.
import { formatTable } from "./console-table.ts";
import { type Run, run } from "./run.ts";

type Method = (...args: any[]) => void;

function write(level: string, text: string): void {
  const { host, indent } = run();
  host.console(level, indent === "" ? text : indent + text.replaceAll("\n", `\n${indent}`));
}

function print(level: string, args: unknown[]): void {
  write(level, formatLine(args, run().host.format));
}

const printer = (level: string): Method => {
  return (...args) => print(level, args);
};

const group: Method = (...args) => {
  if (args.length > 0) print("log", args);
  run().indent += "  ";
};

function labelOf({ host }: Run, label: unknown = "default"): string {
  return textOf(label, host.format);
}

/** Prints the time since the label's start, and says whether there was one. */
function printTime(caller: string, label: unknown, rest: unknown[]): boolean {
  const { host, starts } = run();
  const name = labelOf(run(), label);
  const start = starts.get(name);
  if (start === undefined) write("warn", `No such label '${name}' for console.${caller}()`);
  else print("log", ["%s: %s", name, duration(host.clock.now - start), ...rest]);
  return start !== undefined;
}

/** Its methods need no `this`. */
export const studentConsole: Record<string, Method> = {
  log: printer("log"),
  info: printer("info"),
  debug: printer("debug"),
  warn: printer("warn"),
  error: printer("error"),
  trace: (...args) =>
    write("trace", ["Trace", formatLine(args, run().host.format)].filter(Boolean).join(": ")),
  dir: (value) => print("log", [value]),
  dirxml: printer("log"),
  table: (data, columns) => {
    const table = formatTable(data, columns, run().host.format);
    if (table === undefined) print("log", [data]);
    else write("log", table);
  },
  assert: (condition, ...args) => {
    if (condition) return;
    const [first, ...rest] = args;
    if (typeof first === "string") print("error", [`Assertion failed: ${first}`, ...rest]);
    else print("error", ["Assertion failed", ...args]);
  },
  group,
  groupCollapsed: group,
  groupEnd: () => {
    run().indent = run().indent.slice(2);
  },
  count: (label) => {
    const { counts } = run();
    const name = labelOf(run(), label);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    write("log", `${name}: ${count}`);
  },
  countReset: (label) => void run().counts.delete(labelOf(run(), label)),
  time: (label) => {
    const { host, starts } = run();
    const name = labelOf(run(), label);
    if (starts.has(name)) write("warn", `Label '${name}' already exists for console.time()`);
    else starts.set(name, host.clock.now);
  },
  timeLog: (label, ...rest) => void printTime("timeLog", label, rest),
  timeEnd: (label) => {
    if (printTime("timeEnd", label, [])) run().starts.delete(labelOf(run(), label));
  },
};

/** `5ms`, `1.500s`, `1:05.000 (m:ss.mmm)`: as Node writes a duration. */
function duration(ms: number): string {
  if (ms < 1000) return `${ms}ms`;
  const seconds = (ms % 60_000) / 1000;
  if (ms < 60_000) return `${seconds.toFixed(3)}s`;
  return `${Math.floor(ms / 60_000)}:${seconds.toFixed(3).padStart(6, "0")} (m:ss.mmm)`;
}

/** One call's line: `%s` and its like in a first string are filled in, the rest follows, separated by spaces. */
export function formatLine(args: readonly unknown[], format: (value: unknown) => string): string {
  const [first, ...rest] = args;
  if (typeof first !== "string" || rest.length === 0) return args.map((arg) => textOf(arg, format)).join(" ");
  const text = first.replaceAll(/%[sdifjoOc%]/g, (mark) => {
    if (mark === "%%") return "%";
    return rest.length > 0 ? filled(mark, rest.shift(), format) : mark;
  });
  return [text, ...rest.map((arg) => textOf(arg, format))].join(" ");
}

function filled(mark: string, value: unknown, format: (value: unknown) => string): string {
  switch (mark) {
    case "%s":
      return textOf(value, format);
    case "%d":
      return numberText(value, Number);
    case "%i":
      return numberText(value, (given) => Number.parseInt(String(given), 10));
    case "%f":
      return typeof value === "symbol"
        ? "NaN"
        : numberText(value, (given) => Number.parseFloat(String(given)));
    case "%c":
      return "";
    default:
      return format(value);
  }
}

/** An object is no number here: asking it would run its `valueOf`. */
function numberText(value: unknown, convert: (value: unknown) => number): string {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "symbol" || typeof value === "function") return "NaN";
  if (typeof value === "object" && value !== null) return "NaN";
  const number = convert(value);
  return Object.is(number, -0) ? "-0" : String(number);
}

function textOf(value: unknown, format: (value: unknown) => string): string {
  return typeof value === "string" ? value : format(value);
}
