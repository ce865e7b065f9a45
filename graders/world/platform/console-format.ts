// One call's line of the console, as Node's `util.format` writes it.
import { inspect } from "./inspect.ts";
import { ownValue } from "./overrides.ts";

/** `%s` and its like in a first string are filled in, the rest follows, separated by spaces. */
export function formatLine(args: readonly unknown[]): string {
  const [first, ...rest] = args;
  if (typeof first !== "string" || rest.length === 0) return args.map(textOf).join(" ");
  const text = first.replaceAll(/%[sdifjoOc%]/g, (mark) => {
    if (mark === "%%") return "%";
    return rest.length > 0 ? filled(mark, rest.shift()) : mark;
  });
  return [text, ...rest.map(textOf)].join(" ");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : inspect(value);
}

function filled(mark: string, value: unknown): string {
  switch (mark) {
    case "%s":
      return asString(value);
    case "%d":
      return numberText(value, Number);
    case "%i":
      return numberText(value, Number.parseInt);
    case "%f":
      return typeof value === "symbol" ? "NaN" : inspect(Number.parseFloat(value as string));
    case "%j":
      return asJson(value);
    case "%o":
      return inspect(value, { showHidden: true, showProxy: true, depth: 4 });
    case "%c":
      return "";
    default:
      return inspect(value);
  }
}

function numberText(value: unknown, convert: (value: any) => number): string {
  if (typeof value === "bigint") return `${value}n`;
  return typeof value === "symbol" ? "NaN" : inspect(convert(value));
}

function asString(value: unknown): string {
  if (typeof value === "number" || typeof value === "bigint") return inspect(value);
  if (typeof value !== "object" || value === null || !hasBuiltInText(value)) return String(value);
  return inspect(value, { depth: 0 });
}

/** Whether nobody but the language itself has said what the object's text is. */
function hasBuiltInText(value: object): boolean {
  for (let holder: object | null = value; holder; holder = Object.getPrototypeOf(holder)) {
    if (!Object.hasOwn(holder, "toString") && !Object.hasOwn(holder, Symbol.toPrimitive)) continue;
    const made = holder === value ? undefined : ownValue(holder, "constructor");
    return typeof made === "function" && BUILT_IN.has(String(ownValue(made, "name")));
  }
  return true;
}

const BUILT_IN = new Set(
  Object.getOwnPropertyNames(globalThis).filter((name) => /^[A-Z][a-zA-Z0-9]+$/.test(name)),
);

function asJson(value: unknown): string {
  try {
    return String(JSON.stringify(value));
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith("Converting circular")) return "[Circular]";
    throw error;
  }
}
