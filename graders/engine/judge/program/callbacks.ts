// What is handed over to be called later, and was called there and then: a call's result, where that is surely no function.
import type { CallExpression, Identifier, MemberExpression, MethodDefinition, Node } from "acorn";
import { type AnyFunction, type Bindings, isFunction, isIdentifier } from "./bindings.ts";
import { isNamed, methodOf, objectOf, returnedBy, returnsFunction, returnsNothing } from "./nodes.ts";

export const TIMERS = /^(setTimeout|setInterval|setImmediate|queueMicrotask)$/;
export const CLEARS = ["clearTimeout", "clearInterval", "clearImmediate"];
const CHAINING = /^(then|catch|finally)$/;
export const COMBINATORS = /^(all|allSettled|any|race)$/;
const LISTENING = /^(addEventListener|addListener|on|once)$/;
/** Methods that act: their name alone does nothing. */
const ACTS = /^(abort|throwIfAborted|resolve|reject|close|shutdown|shift|push|pop)$/;
const SETTLES = /^(abort|throwIfAborted|resolve|reject)$/;
/** What gives back a place, wherever it came from. */
const RELEASES = ["release", "unlock"];
/** Own functions that call each other are followed so far. */
const MAX_FOLLOWED = 8;

export class Callbacks {
  private readonly bindings: Bindings;
  private readonly executors: ReadonlySet<Node>;
  private readonly none = new Map<AnyFunction, boolean>();

  /** `executors`: the functions that are handed to `new Promise`. */
  constructor(bindings: Bindings, executors: ReadonlySet<Node>) {
    this.bindings = bindings;
    this.executors = executors;
  }

  /** `resolve()`, which gives back nothing that could be called when the moment comes. */
  isCalledTooEarly(node: Node | undefined, around: Node[], followed = 0): boolean {
    if (node?.type !== "CallExpression" || followed > MAX_FOLLOWED) return false;
    const { callee } = node as CallExpression;
    const own = this.ownFunction(callee, around);
    if (own) return this.givesNone(own, around, followed);
    if (callee.type === "MemberExpression") return isKnownMethod(callee as MemberExpression);
    return this.isNamedAct(callee, around) || this.isKnown(callee, around);
  }

  /** `resolve` or `controller.abort` by itself: a name of what acts, and gives no function back. */
  isNamedAct(node: Node, around: Node[]): boolean {
    if (node.type === "MemberExpression") return ACTS.test(methodOf(node) ?? "");
    const binding = isIdentifier(node) ? this.bindings.of(node.name, around) : undefined;
    if (!binding) return false;
    if (binding.kind === "parameter") return this.executors.has(binding.owner!);
    if (binding.inner) return isNamed(node, "resolve", "reject");
    return isFunction(binding.value) && !returnsFunction(binding.value);
  }

  /** `setTimeout` and `scheduler.yield` by themselves, or as imported. */
  isPlatforms(node: Node, around: Node[]): boolean {
    if (node.type === "MemberExpression")
      return isNamed(objectOf(node), "scheduler") && /^(yield|wait)$/.test(methodOf(node) ?? "");
    if (!isIdentifier(node)) return false;
    const binding = this.bindings.of(node.name, around);
    // What is imported, the compiler takes from a module's object by its name.
    return TIMERS.test(binding ? (methodOf(binding.value) ?? "") : node.name);
  }

  /** The function of this name, or the method of the class that these nodes are in. */
  private ownFunction(callee: Node, around: Node[]): AnyFunction | undefined {
    if (isFunction(callee)) return callee;
    if (objectOf(callee)?.type === "ThisExpression") return methodIn(around, callee as MemberExpression);
    const value = isIdentifier(callee) ? this.bindings.of(callee.name, around)?.value : undefined;
    return isFunction(value) ? value : undefined;
  }

  /** Each function is asked but once: what asks for itself meanwhile is not known. */
  private givesNone(own: AnyFunction, around: Node[], followed: number): boolean {
    const known = this.none.get(own);
    if (known !== undefined) return known;
    this.none.set(own, false);
    const none =
      own.async || own.generator || this.onlyActs(own, around) || this.givesValues(own, around, followed);
    this.none.set(own, none);
    return none;
  }

  /** A function that gives back nothing: one with braces and no `return`, or `() => resolve()`. */
  private onlyActs(own: AnyFunction, around: Node[]): boolean {
    const { callee } = own.body as CallExpression;
    const acts = own.expression && own.body.type === "CallExpression";
    return returnsNothing(own) || (acts && this.isNamedAct(callee, [...around, own]));
  }

  /** Whether all that it gives back is surely no function: promises, texts, numbers. */
  private givesValues(own: AnyFunction, around: Node[], followed: number): boolean {
    const all = returnedBy(own);
    const within = [...around, own, own.body];
    return all.length > 0 && all.every((each) => this.isValue(each, within, followed + 1));
  }

  private isValue(node: Node, around: Node[], followed: number): boolean {
    if (/^(TemplateLiteral|Literal|BinaryExpression|ObjectExpression|ArrayExpression)$/.test(node.type))
      return true;
    if (node.type === "NewExpression") return isNamed((node as CallExpression).callee, "Promise");
    return this.isCalledTooEarly(node, around, followed);
  }

  /** A function of the platform's; or what gives back a place, that one was given. */
  private isKnown(callee: Node, around: Node[]): boolean {
    if (!isIdentifier(callee)) return false;
    const binding = this.bindings.of(callee.name, around);
    if (!binding) return TIMERS.test(callee.name) || CLEARS.includes(callee.name);
    const given = binding.kind === "parameter" || binding.value?.type === "AwaitExpression";
    return given && RELEASES.includes(callee.name);
  }
}

/** What of a call's arguments is to be called later: by a timer, an event or a promise. */
export function handedOver({ callee, arguments: args }: CallExpression): Node[] {
  const method = methodOf(callee) ?? "";
  if (CHAINING.test(method)) return args;
  if (LISTENING.test(method)) return args.slice(1, 2);
  const timer = isIdentifier(callee) && TIMERS.test(callee.name);
  return timer ? args.slice(0, 1) : [];
}

export const listens = (callee: Node) => LISTENING.test(methodOf(callee) ?? "");

/** `Promise.all` and its like, or what chains promises. */
export function givesPromise(callee: Node): boolean {
  const method = methodOf(callee) ?? "";
  return CHAINING.test(method) || (isNamed(objectOf(callee), "Promise") && COMBINATORS.test(method));
}

/** What settles, chains or combines promises, or takes off a listener. */
function isKnownMethod(callee: MemberExpression): boolean {
  const method = methodOf(callee) ?? "";
  const settles = SETTLES.test(method) && !isNamed(callee.object, "Promise");
  return settles || givesPromise(callee) || method === "removeEventListener";
}

/** The method of this name in the innermost class of these nodes. */
function methodIn(
  around: readonly Node[],
  { property, computed }: MemberExpression,
): AnyFunction | undefined {
  const body = around.findLast(({ type }) => type === "ClassBody") as
    | { body?: MethodDefinition[] }
    | undefined;
  if (computed || !body?.body) return undefined;
  const found = body.body.filter(
    ({ key }) => key?.type === property.type && (key as Identifier).name === (property as Identifier).name,
  );
  const value: Node | undefined = found.length === 1 ? found[0]!.value : undefined;
  return isFunction(value) && found[0]!.kind !== "get" ? value : undefined;
}
