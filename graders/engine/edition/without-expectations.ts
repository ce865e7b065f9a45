// A grader's source with what only the judge reads taken out: two graders that are alike without it give the same traces.
import {
  type CallExpression,
  type Identifier,
  type MemberExpression,
  type Node,
  type Program,
  type Property,
  parse,
} from "acorn";
import { base as everything, full } from "acorn-walk";
import { transform } from "esbuild";

/** What only the judge reads of a check's options. */
const OPTIONS = new Set(["expect", "says", "mistakes", "points", "whenStuck", "mayPend", "words"]);
/** What only the trusted process reads to make inputs, which it sends with each run. */
const INPUTS = ["cast"];
/** What only the judge reads of a play, wherever that is put together. */
const OF_A_PLAY = new Set(["expect", "says", "own"]);
/** What only the judge reads of the arguments of the kit's functions. */
const ARGUMENTS = new Map([
  ["check", 1],
  ["grader", 2],
]);

interface Cut {
  start: number;
  end: number;
  /** What stands there instead. */
  by: string;
}

/**
 * The JavaScript of a grader (TypeScript) without its checks' titles, points, expectations and mistakes, and without what
 * was declared for these alone: what decides its traces. What is not understood stays.
 */
export function withoutExpectations(source: string): Promise<string> {
  return without(OPTIONS, source);
}

/** The same without what makes the inputs, too: what a run needs that is given its input. */
export function withoutInputs(source: string): Promise<string> {
  return without(new Set([...OPTIONS, ...INPUTS]), source);
}

async function without(options: ReadonlySet<string>, source: string): Promise<string> {
  const { code } = await transform(source, { loader: "ts", target: "esnext", legalComments: "none" });
  let text = cut(code, unneededParts(program(code), options));
  for (;;) {
    const shorter = cut(text, unusedDeclarations(program(text)));
    if (shorter === text) return text;
    text = shorter;
  }
}

function program(code: string): Program {
  return parse(code, { ecmaVersion: "latest", sourceType: "module" });
}

function unneededParts(tree: Node, options: ReadonlySet<string>): Cut[] {
  const cuts: Cut[] = [];
  full(tree, (node) => {
    if (node.type === "CallExpression") cuts.push(...unneededArguments(node as CallExpression, options));
    if (node.type === "Property" && isExpect(node as Property))
      cuts.push({ ...node, by: `${nameOf(node as Property)}: 0` });
  });
  const outermost = cuts.filter(
    (cut) =>
      !cuts.some(
        ({ start, end }) => start <= cut.start && cut.end <= end && end - start > cut.end - cut.start,
      ),
  );
  // A check's own `expect` is found twice.
  return [...new Map(outermost.map((cut) => [cut.start, cut])).values()];
}

function unneededArguments({ callee, arguments: args }: CallExpression, names: ReadonlySet<string>): Cut[] {
  if (callee.type !== "Identifier") return [];
  const argument = args[ARGUMENTS.get(callee.name) ?? args.length];
  const cuts: Cut[] = argument ? [{ ...argument, by: "0" }] : [];
  const options = callee.name === "check" ? args[2] : undefined;
  if (options?.type !== "ObjectExpression") return cuts;
  for (const property of options.properties) {
    const name = property.type === "Property" && nameOf(property);
    if (name && names.has(name)) cuts.push({ ...property, by: `${name}: 0` });
  }
  return cuts;
}

/** Of a check or a play, wherever it is put together; not data that happens to be called so. */
function isExpect(property: Property): boolean {
  const { type } = property.value;
  const isOne = property.shorthand || /^(Arrow)?FunctionExpression$/.test(type);
  return OF_A_PLAY.has(nameOf(property) ?? "") && isOne;
}

function nameOf({ computed, key, kind }: Property): string | undefined {
  return !computed && kind === "init" && key.type === "Identifier" ? key.name : undefined;
}

/** Constants and functions of the file that nothing in it names but they themselves, and whose making does nothing. */
function unusedDeclarations(tree: Program): Cut[] {
  const named = new Map<string, number>();
  full(tree, (node) => {
    if (node.type !== "Identifier") return;
    const { name } = node as Identifier;
    named.set(name, (named.get(name) ?? 0) + 1);
  });
  // The declaration itself names it once.
  const unused = (node: Node) => node.type === "Identifier" && named.get((node as Identifier).name) === 1;
  return tree.body
    .filter((statement) => {
      if (statement.type === "FunctionDeclaration") return unused(statement.id);
      if (statement.type !== "VariableDeclaration") return false;
      return statement.declarations.every(({ id, init }) => unused(id) && (!init || doesNothing(init)));
    })
    .map((statement) => ({ ...statement, by: "" }));
}

/** The library for inputs, as graders import it: what it makes of its arguments changes nothing. */
const INERT = "fc";
const ACTS = /^(Call|New|Assignment|Update|Await|Import|TaggedTemplate|Class)Expression$/;

/** Whether evaluating this calls nothing and changes nothing; what is in functions is not evaluated. */
function doesNothing(node: Node): boolean {
  const base = Object.fromEntries(
    ["FunctionExpression", "ArrowFunctionExpression"].map((type) => [type, () => {}]),
  );
  let acts = false;
  full(
    node,
    (inner) => {
      acts ||= ACTS.test(inner.type) && calledIn(inner) !== INERT;
    },
    { ...everything, ...base },
  );
  return !acts;
}

/** `fc` for `fc.integer(…).map(…)`: what a chain of calls begins with. */
function calledIn(node: Node): string | undefined {
  if (node.type === "CallExpression") return calledIn((node as CallExpression).callee);
  if (node.type === "MemberExpression") return calledIn((node as MemberExpression).object);
  return node.type === "Identifier" ? (node as Identifier).name : undefined;
}

function cut(text: string, cuts: Cut[]): string {
  return cuts
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end, by }) => rest.slice(0, start) + by + rest.slice(end), text);
}
