// What stands in a student's program, by its syntax tree: constructs that are hardly ever meant, and functions never called.
import type { CallExpression, Literal, Node, TryStatement } from "acorn";
import { fullAncestor } from "acorn-walk";
import type { Construct, ProgramFacts } from "../../../trace/trace.ts";
import { parseScript } from "../../compile/parse-script.ts";
import { type AnyFunction, Bindings, isFunction, isIdentifier } from "./bindings.ts";
import { Callbacks, CLEARS, COMBINATORS, givesPromise, handedOver, listens } from "./callbacks.ts";
import { oddChoices } from "./choices.ts";
import * as nodes from "./nodes.ts";
import { contains, isClock, isNamed, methodOf, objectOf, returnsNothing } from "./nodes.ts";

/** The facts of a compiled script. Of one that cannot be read, which none is that ran, there are none. */
export function factsOf(code: string): ProgramFacts {
  const none: ProgramFacts = { constructs: [], uncalled: [], unused: [], dropped: [], early: [] };
  const parsed = parseScript(code);
  try {
    return "tree" in parsed ? new Reader(parsed.tree).facts : none;
  } catch (error) {
    // So deep that walking it takes more stack than there is.
    if (error instanceof RangeError) return none;
    throw error;
  }
}

const RETURNING = /^(then|catch|map|flatMap|from)$/;
/** What may be refused. */
const ASKS = /^(run|prepare|submit)$/;
const TIDIES = /^(clearTimeout|clearInterval|removeEventListener|abort|dispose)$/;
const CHANGES = /^(splice|shift|pop|push|unshift|fill|delete|clear|set|add)$/;
const OTHER_EVENTS = /^(onabort|aborted|onaborted|cancel|cancelled|canceled|oncancel|Abort)$/;
const LOOPS = ["WhileStatement", "DoWhileStatement", "ForStatement"];
/** Deeper than anybody writes: what lies below is not read, so that the time that it takes does not grow with the depth. */
const MAX_DEPTH = 200;

interface Loop extends Node {
  test?: Node | null;
  body: Node;
}

class Reader {
  private readonly found = new Set<Construct>();
  private readonly bindings: Bindings;
  private readonly mains: AnyFunction[];
  private readonly executors = new Set<Node>();
  /** Of what the main functions were given: names that are used as values, and names that are used at all. */
  private readonly valued = new Set<string>();
  private readonly named = new Set<string>();
  private readonly called = new Set<string>();
  private readonly dropped = new Set<string>();
  private readonly early = new Set<string>();
  private readonly callbacks: Callbacks;
  private readonly handedOn = new Map<AnyFunction, Set<string>>();
  /** By the name that it stands in. */
  private readonly assigned = new Map<string, { operator: string; right: Node }[]>();

  constructor(tree: Node) {
    this.bindings = new Bindings(tree);
    this.callbacks = new Callbacks(this.bindings, this.executors);
    this.mains = nodes.mainFunctions(tree, this.bindings);
    nodes.each(tree, "NewExpression", (node) => this.made(node as CallExpression));
    nodes.each(tree, "AssignmentExpression", (node) => this.assigns(node as never));
    fullAncestor(tree, (node, _state, ancestors) => {
      if (node.type === "CallExpression") this.helped(node as CallExpression, ancestors.slice(0, -1));
    });
    fullAncestor(tree, (node, _state, ancestors) => {
      if (ancestors.length <= MAX_DEPTH) this.read(node, ancestors.slice(0, -1));
    });
    if (this.mains.some(returnsNothing)) this.found.add("nothing returned");
  }

  get facts(): ProgramFacts {
    const given = this.mains.flatMap(({ params }) => params.flatMap(nodes.namesOf));
    return {
      constructs: [...this.found].sort(),
      uncalled: [...this.valued].filter((name) => !this.called.has(name)).sort(),
      unused: given.filter((name) => !this.named.has(name)).sort(),
      dropped: [...this.dropped].sort(),
      early: [...this.early].sort(),
    };
  }

  private read(node: Node, around: Node[]): void {
    if (isClock(node)) this.found.add("clock read");
    if (LOOPS.includes(node.type)) this.loop(node as Loop);
    if (isLoop(node) && nodes.sharedIn(node as nodes.AnyLoop)) this.found.add("one variable for all rounds");
    for (const choice of oddChoices(node)) this.found.add(choice);
    switch (node.type) {
      case "CallExpression":
        this.call(node as CallExpression, around);
        break;
      case "NewExpression":
        if (isNamed((node as CallExpression).callee, "AbortController") && isOutside(around))
          this.found.add("controller outside");
        return;
      case "ExpressionStatement":
        if (this.startsUnheard((node as never as { expression: Node }).expression, around))
          this.found.add("async executor");
        if (this.callbacks.isNamedAct((node as never as { expression: Node }).expression, around))
          this.found.add("uncalled callback");
        if (this.isLeftAlone((node as never as { expression: Node }).expression, around))
          this.found.add("then left alone");
        return;
      case "AwaitExpression": {
        const { argument } = node as never as { argument: Node };
        this.value(argument, around);
        if (this.isAwaitedAgain(argument, around)) this.found.add("awaited again");
        break;
      }
      case "ReturnStatement": {
        const { argument } = node as never as { argument?: Node };
        if (this.functionOf(argument, around)?.generator) this.found.add("returned generator function");
        return;
      }
      case "Literal":
        if ((node as Literal).value === "AbortError") this.found.add("AbortError by name");
        return;
      case "BinaryExpression": {
        const { operator, left, right } = node as never as {
          operator: string;
          left: Literal;
          right: Literal;
        };
        if (operator === "**") this.found.add("takes a power");
        if (operator === "*" && (left.value === 1000 || right.value === 1000)) this.found.add("times 1000");
        if (operator === "/" && right.value === 1000) this.found.add("over 1000");
        return;
      }
      case "TryStatement":
        this.attempt(node as TryStatement, around);
        break;
      case "Identifier":
        if (!isFunction(around.at(-1)) && this.isGiven(node, around))
          this.named.add((node as never as { name: string }).name);
    }
  }

  private assigns(node: { operator: string; left: Node; right: Node }): void {
    if (!isIdentifier(node.left)) return;
    this.assigned.set(node.left.name, [...(this.assigned.get(node.left.name) ?? []), node]);
  }

  private made({ callee, arguments: [first] }: CallExpression): void {
    if (!isNamed(callee, "Promise") || !isFunction(first)) return;
    this.executors.add(first);
    if (first.async) this.found.add("async executor");
  }

  private call({ callee, arguments: args }: CallExpression, around: Node[]): void {
    const method = methodOf(callee) ?? "";
    this.called.add(nodes.nameOf(callee) ?? "");
    if (isNamed(objectOf(callee), "Promise") && COMBINATORS.test(method)) {
      this.found.add(`Promise.${method}` as Construct);
      if (this.isFilledWithOne(args[0], around)) this.found.add("filled with one call");
      if (method === "race" && this.isRacedAgain(args[0], around)) this.found.add("raced again");
      for (const item of (args[0] as { elements?: Node[] } | undefined)?.elements ?? [])
        this.value(item, around);
    }
    const settles = around.some((each) => this.executors.has(each));
    if (method === "forEach" && !settles && this.functionOf(args[0], around)?.async)
      this.found.add("forEach of async");
    if (RETURNING.test(method) && args.some((arg) => isFunction(arg) && returnsNothing(arg)))
      this.found.add("nothing returned");
    if (method === "pow") this.found.add("takes a power");
    if (method === "push" && this.isReadBefore(args[0], around)) this.found.add("time of the call noted");
    if (method === "then") for (const arg of args) this.drops(arg, around);
    if (method === "finally" && args[0]?.type !== "CallExpression") this.inAnyCase(args[0]);
    const onThread = nodes.nameOf(callee) === "toThread";
    if (onThread && isFunction(args[0]) && contains(args[0].body, counts))
      this.found.add("counts in the job");
    const onFailure = method === "catch" ? args[0] : method === "then" ? args[1] : undefined;
    if (isFunction(onFailure) && this.asks(onFailure.body, around)) this.found.add("asked again");
    this.handed({ callee, arguments: args } as CallExpression, around);
  }

  /** What is handed to a timer, an event or a promise, to be called when its moment comes. */
  private handed(call: CallExpression, around: Node[]): void {
    const { callee, arguments: args } = call;
    if (listens(callee) && OTHER_EVENTS.test(String((args[0] as Literal | undefined)?.value)))
      this.found.add("unknown event");
    for (const each of handedOver(call)) {
      if (this.callbacks.isCalledTooEarly(each, around)) this.found.add("called callback");
      const given =
        each.type === "CallExpression" ? this.givenName((each as CallExpression).callee, around) : undefined;
      if (given) this.early.add(given);
      // Elsewhere a function that gives back a function may well be meant.
      if (isFunction(each) && each.expression && this.callbacks.isNamedAct(each.body, [...around, each]))
        this.found.add("uncalled callback");
    }
  }

  /** A name for what the clock said when the function was called, which waits: in a loop it might be read anew. */
  private isReadBefore(node: Node | undefined, around: Node[]): boolean {
    const inner = around.findLastIndex(isFunction);
    const loop = around.findIndex((each, index) => index > inner && isLoop(each));
    const read = isIdentifier(node)
      ? this.bindings.of(node.name, loop < 0 ? around : around.slice(0, loop))?.value
      : undefined;
    return read !== undefined && isClock(read) && nodes.awaits((around[inner] as AnyFunction).body);
  }

  /** In the function in `new Promise`, an async one that is called for nothing but its effect. */
  private startsUnheard(expression: Node, around: Node[]): boolean {
    const inner = around.findLast(isFunction);
    const started = (expression as never as { argument?: Node }).argument ?? expression;
    if (!inner || !this.executors.has(inner) || started.type !== "CallExpression") return false;
    return this.functionOf((started as CallExpression).callee, around)?.async === true;
  }

  /** `promise.then(…)`, which settles nothing: in the function in `new Promise`, it may well do. */
  private isLeftAlone(expression: Node, around: Node[]): boolean {
    const { argument, callee } = expression as Node & { argument?: Node; callee?: Node };
    if (argument && expression.type === "UnaryExpression") return this.isLeftAlone(argument, around);
    const chained = expression.type === "CallExpression" && methodOf(callee) === "then";
    return chained && !around.some((each) => this.executors.has(each));
  }

  /** Of a loop in a loop the inner one counts. */
  private loop({ test, body }: Loop): void {
    const has = (part: Node | null | undefined, such: (inner: Node) => boolean) =>
      part != null && contains(part, such, { functions: false, closed: LOOPS });
    const endless = test == null || test.type === "Literal";
    const awaits = [test, body].some((part) => has(part, ({ type }) => type === "AwaitExpression"));
    const clock = has(endless ? body : test, isClock);
    if (awaits && contains(body, isPause))
      this.found.add(clock ? "clock loop that pauses" : "loop that pauses");
    else if (clock) this.found.add(awaits ? "clock loop that awaits" : "clock loop");
  }

  /** A function with braces that calls another for nothing but its effect, and returns nothing. */
  private drops(callback: Node, around: Node[]): void {
    if (!isFunction(callback) || callback.async || !returnsNothing(callback)) return;
    for (const { type, expression } of (callback.body as { body: { type: string; expression?: Node }[] })
      .body) {
      if (type !== "ExpressionStatement" || expression?.type !== "CallExpression") continue;
      const { callee } = expression as CallExpression;
      const own = this.functionOf(callee, around);
      const name = nodes.nameOf(callee);
      // Of its own functions only those that surely give a promise: async ones, and the one around, which waits for itself.
      const promises = own
        ? own.async || (around.includes(own) && !returnsNothing(own))
        : this.isGiven(nodes.rootOf(callee), around);
      if (name && promises) this.dropped.add(name);
    }
  }

  /** In a loop, a promise that was made outside of it, or only if there was none: nobody puts another in its place. */
  private isAwaitedAgain(node: Node, around: Node[]): boolean {
    const loop = around.findLastIndex(isLoop);
    const name = methodOf(node) === "promise" ? objectOf(node) : node;
    if (loop <= around.findLastIndex(isFunction) || !isIdentifier(name)) return false;
    const binding = this.bindings.of(name.name, around);
    if (binding?.kind !== "variable" || this.bindings.of(name.name, around.slice(0, loop)) !== binding)
      return false;
    const given = this.assigned.get(name.name) ?? [];
    const isMade = name === node && !binding.inner ? isNewPromise : hasResolvers;
    const made = [binding.value, ...given.map(({ right }) => right)].some(isMade);
    return made && given.every(({ operator }) => operator === "??=");
  }

  /** In a loop, a list that was made outside of it, and that nothing is put into or taken out of. */
  private isRacedAgain(list: Node | undefined, around: Node[]): boolean {
    const loop = around.findLastIndex(isLoop);
    if (loop <= around.findLastIndex(isFunction) || !isIdentifier(list)) return false;
    const binding = this.bindings.of(list.name, around);
    const outside = this.bindings.of(list.name, around.slice(0, loop)) === binding;
    const changed =
      this.assigned.has(list.name) || contains(around[loop]!, (node) => changes(node, list.name));
    return binding?.kind === "variable" && outside && !changed;
  }

  /** A `catch` that asks once more, or a loop that is left only when it was not refused. */
  private attempt({ block, handler, finalizer }: TryStatement, around: Node[]): void {
    this.inAnyCase(finalizer);
    if (finalizer && contains(finalizer, tidies)) this.leaves([block, handler], around);
    if (!handler) return;
    const here = around.slice(around.findLastIndex(isFunction) + 1);
    const stays = !handler.body.body.some(isExit) && contains(block, isExit, { functions: false });
    const goesOn = stays && here.some(({ type }) => LOOPS.includes(type));
    if (here.some(isLoop) && contains(handler.body, isExit, { functions: false }))
      this.found.add("catch that leaves the loop");
    if (this.asks(handler, around) || (goesOn && this.asks(block, []))) this.found.add("asked again");
  }

  /** Whether one of them returns a promise without waiting for it, as it is or in an object. */
  private leaves(parts: (Node | null | undefined)[], around: Node[]): void {
    const waits = parts.some((part) => part && nodes.awaits(part));
    // In an async function of its own that waits for nothing else in there what it was given is the work.
    const isWork = (node: Node | undefined) =>
      !waits && around.findLast(isFunction)?.async === true && this.isCallOfParameter(node, around);
    const isPromise = (node: Node | undefined) => this.isPromise(node, around) || isWork(node);
    const holds = (node: Node | undefined) =>
      node?.type === "ObjectExpression" &&
      (node as never as { properties: { value?: Node }[] }).properties.some(({ value }) => isPromise(value));
    const leaves = (such: typeof isPromise) => (inner: Node) =>
      inner.type === "ReturnStatement" && such((inner as never as { argument?: Node }).argument ?? undefined);
    const any = (such: typeof isPromise) =>
      parts.some((part) => part && contains(part, leaves(such), { functions: false }));
    if (any(isPromise)) this.found.add("returned before finally");
    if (any(holds)) this.found.add("returned in an object before finally");
  }

  /** `Promise.race(…)`, `each.then(…)`, `new Promise(…)`, a call of what was given, or a name that stands for one of these. */
  private isPromise(node: Node | undefined, around: Node[], deep = false): boolean {
    if (isIdentifier(node) && !deep)
      return this.isPromise(this.bindings.of(node.name, around)?.value, around, true);
    if (node?.type !== "CallExpression") return isNewPromise(node);
    const { callee } = node as CallExpression;
    return givesPromise(callee) || this.isGiven(nodes.rootOf(callee), around);
  }

  /** What is done whatever the outcome is. */
  private inAnyCase(node: Node | null | undefined): void {
    const clears = (inner: Node) =>
      inner.type === "CallExpression" && isNamed((inner as CallExpression).callee, ...CLEARS);
    if (node != null && contains(node, clears)) this.found.add("cleared in any case");
  }

  private asks(node: Node, around: readonly Node[]): boolean {
    const own = around.flatMap((each) => (isFunction(each) && each.id ? [each.id.name] : []));
    return contains(node, (inner) => {
      const { callee } = inner as CallExpression;
      return (
        inner.type === "CallExpression" && (ASKS.test(methodOf(callee) ?? "") || isNamed(callee, ...own))
      );
    });
  }

  /** `Array(3).fill(lane())`, or the name of that. */
  private isFilledWithOne(list: Node | undefined, around: Node[]): boolean {
    const made = isIdentifier(list) ? this.bindings.of(list.name, around)?.value : list;
    const { callee, arguments: args = [] } = (made ?? {}) as Partial<CallExpression>;
    const [filler] = args as Node[];
    const called = filler?.type === "CallExpression" ? (filler as CallExpression).callee : undefined;
    // A chain may well begin with a promise that has settled.
    return methodOf(callee) === "fill" && called !== undefined && !isNamed(nodes.rootOf(called), "Promise");
  }

  /** A function is awaited or listed, and not called. */
  private value(node: Node | null, around: Node[]): void {
    if (!node) return;
    if (this.callbacks.isPlatforms(node, around) || (isIdentifier(node) && this.functionOf(node, around)))
      this.found.add("function awaited");
    if (!this.isGiven(nodes.rootOf(node), around)) return;
    const name = nodes.nameOf(node);
    if (name) this.valued.add(name);
  }

  /** `save` of `save(user)` and `api.save(user)`, if it was given. */
  private givenName(callee: Node, around: Node[]): string | undefined {
    if (!this.isGiven(nodes.rootOf(callee), around)) return undefined;
    return nodes.nameOf(callee);
  }

  /** A main function was given it, or a function that one hands it on to under the same name. */
  private isGiven(node: Node, around: Node[]): boolean {
    const binding = isIdentifier(node) ? this.bindings.of(node.name, around) : undefined;
    if (binding?.kind !== "parameter") return false;
    const handedOn = this.handedOn.get(binding.owner!)?.has((node as never as { name: string }).name);
    return handedOn || this.mains.includes(binding.owner!);
  }

  /** Notes which of its own a main function hands on to a function of the program, of the same names there. */
  private helped({ callee, arguments: args }: CallExpression, around: Node[]): void {
    const helper = isIdentifier(callee) ? this.functionOf(callee, around) : undefined;
    if (!helper || this.mains.includes(helper)) return;
    for (const [place, arg] of args.entries()) {
      const param = helper.params[place];
      if (!isIdentifier(arg) || !isIdentifier(param) || arg.name !== param.name) continue;
      const binding = this.bindings.of(arg.name, around);
      if (binding?.kind !== "parameter" || !this.mains.includes(binding.owner!)) continue;
      this.handedOn.set(helper, (this.handedOn.get(helper) ?? new Set()).add(arg.name));
    }
  }

  private isCallOfParameter(node: Node | undefined, around: Node[]): boolean {
    if (node?.type !== "CallExpression") return false;
    const { callee } = node as CallExpression;
    return isIdentifier(callee) && this.bindings.of(callee.name, around)?.kind === "parameter";
  }

  private functionOf(node: Node | undefined, around: Node[]): AnyFunction | undefined {
    if (isFunction(node)) return node;
    const value = isIdentifier(node) ? this.bindings.of(node.name, around)?.value : undefined;
    return isFunction(value) ? value : undefined;
  }
}

/** Outside of all functions and classes of the files: the script itself is two functions around them. */
function isOutside(around: readonly Node[]): boolean {
  return around.filter(isFunction).length <= 2 && !around.some(({ type }) => type === "PropertyDefinition");
}

/** A timer of some fixed ms; one of 0 or 1 only gives way. */
function isPause(node: Node): boolean {
  if (node.type !== "CallExpression") return false;
  const { callee, arguments: args } = node as CallExpression;
  const ms = (isNamed(callee, "setTimeout") ? args[1] : args[0]) as Literal | undefined;
  const waits = isIdentifier(callee) && /^(setTimeout|sleep|wait|delay|pause)$/.test(callee.name);
  return waits && typeof ms?.value === "number" && ms.value > 1;
}

function isNewPromise(node: Node | undefined): boolean {
  return node?.type === "NewExpression" && isNamed((node as CallExpression).callee, "Promise");
}

/** A method that changes a list, a set or a map is called on what has this name, or a part of it is assigned or deleted. */
function changes(node: Node, name: string): boolean {
  const { callee, left, argument } = node as never as { callee?: Node; left?: Node; argument?: Node };
  const of = (part: Node | undefined) => part !== undefined && isNamed(objectOf(part), name);
  if (node.type === "CallExpression") return of(callee) && CHANGES.test(methodOf(callee) ?? "");
  if (node.type === "UnaryExpression") return of(argument);
  return node.type === "AssignmentExpression" && of(left);
}

function counts(node: Node): boolean {
  return (
    node.type === "UpdateExpression" || (node.type === "TryStatement" && !!(node as TryStatement).finalizer)
  );
}

function tidies(node: Node): boolean {
  if (node.type !== "CallExpression") return false;
  const { callee } = node as CallExpression;
  return TIDIES.test(nodes.nameOf(callee) ?? "");
}

function hasResolvers(node: Node | undefined): boolean {
  return node?.type === "CallExpression" && methodOf((node as CallExpression).callee) === "withResolvers";
}

function isLoop({ type }: Node): boolean {
  return LOOPS.includes(type) || type === "ForOfStatement";
}

function isExit({ type }: Node): boolean {
  return /^(Throw|Return|Break)Statement$/.test(type);
}
