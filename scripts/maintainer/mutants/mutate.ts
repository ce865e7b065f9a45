// The mutants of a TypeScript file: copies with one small change each, as Stryker's instrumenter thinks them up.
import { Instrumenter } from "@stryker-mutator/instrumenter";

export interface Mutant {
  /** Where the change begins, from 1. */
  line: number;
  column: number;
  /** The source text that is changed, and what stands there instead. */
  original: string;
  replacement: string;
  /** The whole file with the change. */
  text: string;
}

const nothing = () => {};
const never = () => false;
export const silent = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
  isTraceEnabled: never,
  isDebugEnabled: never,
  isInfoEnabled: never,
  isWarnEnabled: never,
  isErrorEnabled: never,
  isFatalEnabled: never,
};
const instrumenter = new Instrumenter(silent);
export const OPTIONS = { plugins: null, excludedMutations: [], ignorers: [], noHeader: true };

/** All mutants of `text` (line ends `\n`), in its order. Types, imports and comments have none. Rejects if it does not parse. */
export async function mutantsOf(text: string): Promise<Mutant[]> {
  const { mutants } = await instrumenter.instrument(
    [{ name: "mutated.ts", content: text, mutate: true }],
    OPTIONS,
  );
  const lineStarts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  // Stryker counts lines and columns from 0.
  const offset = ({ line, column }: { line: number; column: number }) => lineStarts[line]! + column;
  return mutants
    .toSorted((a, b) => offset(a.location.start) - offset(b.location.start))
    .map(({ location: { start, end }, replacement, mutatorName }) => {
      const [from, to] = [offset(start), offset(end)];
      const put = isStatement(mutatorName, replacement) ? replacement : `(${replacement})`;
      return {
        line: start.line + 1,
        column: start.column + 1,
        original: text.slice(from, to),
        replacement,
        text: text.slice(0, from) + put + text.slice(to),
      };
    });
}

/** An expression is put into parentheses: in `a && b && c` the first two become `(a || b) && c`. */
function isStatement(mutatorName: string, replacement: string): boolean {
  return (
    mutatorName === "BlockStatement" || replacement === ";" || /^(for\b|case\b|default\b)/.test(replacement)
  );
}
