// What a submission's file is compared by: its tokens, in which names of its own and layout make no difference.
import { AsyncLocalStorage } from "node:async_hooks";
import events, { EventEmitter } from "node:events";
import { SourceMap } from "node:module";
import timers from "node:timers/promises";
import { type Node, parse, type Token } from "acorn";
import { full } from "acorn-walk";
import { withoutTypes } from "../../../graders/engine/compile/compile.ts";

export interface Tokens {
  /** `name` for each name that a program can choose itself; what the platform has keeps its name. */
  tokens: string[];
  /** The line of each in the source, from 1. */
  lines: Uint32Array;
}

/** More than ten times the longest answer that we know. Comparing takes the square of what repeats in a file. */
export const maxTokens = 5_000;
export const tooManyTokens = `has more than ${maxTokens} tokens`;
/** The compiler had to be stopped. */
export const tooHard = "keeps the compiler too long";

/** The tokens of a TypeScript file, or why it cannot be compared. Nothing of it runs. Never rejects for a file's fault. */
export async function tokensOf(text: string): Promise<Tokens | { notCompared: string }> {
  let plain: Awaited<ReturnType<typeof withoutTypes>>;
  try {
    plain = await withoutTypes(text);
  } catch (error) {
    if ((error as { errors?: unknown }).errors === undefined) throw error;
    return { notCompared: "does not parse" };
  }
  if (!plain) return { notCompared: tooHard };
  const parsed = parsedScript(plain.code);
  if ("notCompared" in parsed) return parsed;
  const { tree, tokens } = parsed;
  tokens.pop(); // The end of the file.
  try {
    const kinds = kindsIn(tree);
    const spelled = tokens.map((token) => once(spelling(token, kinds)));
    return { tokens: spelled, lines: linesOf(tokens, plain.map) };
  } catch (error) {
    // Walking may overflow the stack where parsing did not.
    if (error instanceof RangeError) return { notCompared: "is nested too deeply" };
    throw error;
  }
}

const words = new Map<string, string>();

/** One string for all that are the same: a part of a file's text would keep the whole of it in memory. */
function once(word: string): string {
  const known = words.get(word);
  if (known !== undefined) return known;
  const own = Buffer.from(word).toString();
  words.set(own, own);
  return own;
}

/** Ends with the first token too many: what the parser knows of names takes the square of how many there are. */
function parsedScript(code: string): { tree: Node; tokens: Token[] } | { notCompared: string } {
  const tokens: Token[] = [];
  try {
    const tree = parse(code, {
      ecmaVersion: "latest",
      sourceType: "module",
      locations: true,
      allowAwaitOutsideFunction: true,
      // One more is the end of the file.
      onToken(token) {
        if (tokens.push(token) > maxTokens + 1) throw new Error(tooManyTokens);
      },
    });
    return { tree, tokens };
  } catch {
    return { notCompared: tokens.length > maxTokens + 1 ? tooManyTokens : "cannot be parsed" };
  }
}

interface Kinds {
  /** What stands at an offset. */
  at: Map<number, "variable" | "property">;
  /** The names that the file declares, wherever: which scope each belongs to makes no difference here. */
  declared: Set<string>;
}

/** acorn's nodes have fields of their own each. */
type AnyNode = any;

function kindsIn(tree: Node): Kinds {
  const kinds: Kinds = { at: new Map(), declared: new Set() };
  full(tree, (each, _, type) => {
    const node: AnyNode = each;
    if (node.type === "Identifier") {
      if (type === "VariablePattern") kinds.declared.add(node.name);
      if (!kinds.at.has(node.start)) kinds.at.set(node.start, "variable");
    } else if (node.type === "ImportDeclaration") {
      for (const { local } of node.specifiers) {
        kinds.declared.add(local.name);
        kinds.at.set(local.start, "variable");
      }
    } else {
      const key = node.type === "MemberExpression" ? node.property : node.key;
      if (key && !node.computed && !node.shorthand) kinds.at.set(key.start, "property");
    }
  });
  return kinds;
}

function spelling(token: Token, { at, declared }: Kinds): string {
  const { type, value, start } = token as Token & { value?: unknown };
  // `let` is a name to acorn.
  if (type.label === "const" || type.label === "var" || value === "let") return "const";
  if (type.label === "string" || type.label === "template") return "text";
  if (type.label === "num" || type.label === "bigint" || type.label === "regexp") return type.label;
  if (type.label === "privateId") return "property";
  const text = typeof value === "string" ? value : type.label;
  const kind = type.label === "name" ? at.get(start) : undefined;
  if (kind === "property") return platform.has(text) ? text : "property";
  return kind === "variable" && declared.has(text) ? "name" : text;
}

/** The properties that nobody can rename: those of the platform's own objects. */
const platform = new Set(
  [
    ...[Object, Function, Array, Promise, Map, Set, String, Number, Math, JSON, Date, Error, Symbol, Reflect],
    ...[
      Iterator,
      AbortController,
      AbortSignal,
      EventTarget,
      Event,
      EventEmitter,
      events,
      timers,
      DisposableStack,
    ],
    ...[AsyncDisposableStack, AsyncLocalStorage, (async function* () {})()],
  ].flatMap((value) => {
    const { prototype } = value as { prototype?: object };
    const above = Object.getPrototypeOf(Object.getPrototypeOf(value));
    return [value, prototype, above].flatMap((each) => (each ? Object.getOwnPropertyNames(each) : []));
  }),
);

function linesOf(tokens: readonly Token[], json: string): Uint32Array {
  const map = new SourceMap(JSON.parse(json));
  const lines = new Uint32Array(tokens.length);
  for (const [index, token] of tokens.entries()) {
    const { line, column } = token.loc!.start;
    const entry = map.findEntry(line - 1, column);
    lines[index] = "originalLine" in entry ? entry.originalLine + 1 : (lines[index - 1] ?? 1);
  }
  return lines;
}
