// Wrong answers made from right ones: what our own operators, run by Stryker's instrumenter, make of a file.
import { type NodePath, traverse, type types } from "@babel/core";
import { Instrumenter } from "@stryker-mutator/instrumenter";
import { OPTIONS, silent } from "./mutate.ts";
import { operators } from "./operators/all.ts";

export interface Variant {
  operator: string;
  /** Which one, from 1, of those that the operator makes of the file. */
  nth: number;
  misconception: string;
  /** The whole file with the change. */
  text: string;
}

interface Parsed {
  root: types.File;
  originFileName: string;
}

interface Collector {
  collect(file: string, original: types.Node, made: { replacement: types.Node; mutatorName: string }): void;
}

/** Stryker's instrumenter knows its own mutators only; what it runs over the syntax tree can be given to it. */
const transform = ({ root, originFileName }: Parsed, collector: Collector) =>
  traverse(root, {
    enter(path: NodePath) {
      for (const { name, mutate } of operators)
        for (const replacement of mutate(path))
          collector.collect(originFileName, path.node, { replacement, mutatorName: name });
    },
  });

const instrumenter = new Instrumenter(silent, undefined, undefined, transform as never);

/** All variants of `text` (line ends `\n`), by operator and place. Rejects if it does not parse. */
export async function variantsOf(text: string): Promise<Variant[]> {
  const { mutants } = await instrumenter.instrument(
    [{ name: "varied.ts", content: text, mutate: true }],
    OPTIONS,
  );
  const lineStarts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const offset = ({ line, column }: { line: number; column: number }) => lineStarts[line]! + column;
  return operators.flatMap(({ name, misconception }) =>
    mutants
      .filter(({ mutatorName }) => mutatorName === name)
      .map(({ location: { start, end }, replacement }, index) => ({
        operator: name,
        nth: index + 1,
        misconception,
        text: text.slice(0, offset(start)) + replacement + text.slice(offset(end)),
      })),
  );
}
