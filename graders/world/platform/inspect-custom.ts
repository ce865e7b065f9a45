// How a class of the platform's shows itself in `console.log`, as Node's own do.

/** The method's well-known name. */
export const inspectCustom = Symbol.for("nodejs.util.inspect.custom");

/** The options for what lies one level further in. */
export function deeper(options: object): object {
  const { depth } = options as { depth?: unknown };
  return { ...options, depth: Number.isInteger(depth) ? (depth as number) - 1 : depth };
}
