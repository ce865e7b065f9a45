// A fresh global scope for each run. It is what SES's own compartment is, with the parts that are alike made once: SES makes
// all of a compartment's properties, and an evaluator with a constructor of compartments, for each one.
import vm from "node:vm";
import { type Endowments, endow } from "./endow.ts";
import { showSourcesOf } from "./sources.ts";

export interface Compartment {
  globalThis: Record<string, unknown>;
  evaluate(code: string): unknown;
}

export type SesCompartment = new (options: object) => Compartment;

const WITHHELD = ["Compartment", "lockdown", "harden", "eval", "Function"];
const OPTIONS = { __options__: true, globals: {} };

const { apply, getPrototypeOf: prototypeOf } = Reflect;
const { create, defineProperty, getOwnPropertyDescriptors: propertiesOf } = Object;
const HostProxy = Proxy;
const host = globalThis;
// Taken before lockdown, as SES takes it: the one that evaluates in the scope where it is called.
// biome-ignore lint/security/noGlobalEval: what it evaluates finds nothing but its scope.
const hostEval = globalThis.eval;

/** SES's evaluator, to the letter: the names in a program are the scope's, or nothing's, and `this` is the scope. */
const evaluatorIn = new vm.Script(
  `(function () {
    with (this.terminator) {
      with (this.scope) {
        with (this.evalScope) {
          const { Infinity, NaN, undefined } = this.scope;
          return function () {
            "use strict";
            return eval(arguments[0]);
          };
        }
      }
    }
  })`,
  { filename: "evaluator" },
).runInThisContext() as (this: object) => (this: object, code: string) => unknown;

/** Ends the chain of scopes: of what the process's own global object has nothing is found there. See undeclared.ts. */
const terminator = new HostProxy(Object.freeze(create(null)), {
  has: (_, name) => name in host,
  get: () => undefined,
  set(_, name) {
    throw new ReferenceError(`${String(name)} is not defined`);
  },
  getPrototypeOf: () => null,
  getOwnPropertyDescriptor: () => undefined,
});

export class Compartments {
  private readonly template: { prototype: object | null; properties: PropertyDescriptorMap };
  private readonly Ses: SesCompartment;
  private accepted: string | undefined;

  /** Call it after lockdown. `endowments`: those of all compartments. */
  constructor(Ses: SesCompartment, endowments: Endowments, harden: <T>(value: T) => T) {
    this.Ses = Ses;
    const { globalThis: scope } = new Ses(OPTIONS);
    for (const name of WITHHELD) delete scope[name];
    endow(scope, endowments);
    const { globalThis: _, ...properties } = propertiesOf(scope);
    // With them the accessors, which every program can get hold of.
    this.template = harden({ prototype: prototypeOf(scope), properties });
  }

  make(): Compartment {
    const { prototype, properties } = this.template;
    const scope = create(prototype, properties) as Record<string, unknown>;
    defineProperty(scope, "globalThis", { value: scope, writable: true, configurable: true });
    return { globalThis: scope, evaluate: (code) => this.evaluate(scope, code) };
  }

  private evaluate(scope: object, code: string): unknown {
    this.accept(code);
    showSourcesOf(code);
    const evalScope: object = create(null, {
      eval: {
        get() {
          delete (evalScope as { eval?: unknown }).eval;
          return hostEval;
        },
        configurable: true,
      },
    });
    const evaluator = apply(evaluatorIn, { terminator, scope, evalScope }, []);
    try {
      return apply(evaluator, scope, [code]);
    } finally {
      // The program could not have begun then, and never shall.
      delete (evalScope as { eval?: unknown }).eval;
    }
  }

  /** Throws what SES throws at a text that may hold an import, a comment of HTML's, or a direct eval. Once a program. */
  private accept(code: string): void {
    if (this.accepted === code) return;
    const look = (text: string) => new this.Ses(OPTIONS).evaluate(text);
    try {
      look(`(() => {\n${code}\n})`);
    } catch {
      // In its own words, which name the program.
      look(code);
    }
    this.accepted = code;
  }
}
