// Freezes the realm with SES and keeps what the host needs of it. See DESIGN facts in CONTRIBUTING for each option.
import { isProxy } from "node:util/types";
import vm from "node:vm";
import sesSource from "ses-source";
import { allowOverrides } from "../../kit/world/overrides.ts";
import { keepRegistryPerRun } from "../../kit/world/symbols.ts";
import { hideSources, showSourcesOf } from "./sources.ts";

declare global {
  var repairIntrinsics: (options: Record<string, unknown>) => void;
  var hardenIntrinsics: () => void;
  var harden: <T>(value: T) => T;
  var Compartment: new (options: object) => Compartment;
}

export interface Compartment {
  globalThis: Record<string, unknown>;
  evaluate(code: string): unknown;
}

export interface Realm {
  harden: <T>(value: T) => T;
  /** A fresh global scope that holds the language, and `globals`. */
  compartment(globals: Record<string, unknown>): Compartment;
}

/** Every option is set: SES fills what is missing from LOCKDOWN_* environment variables. */
const OPTIONS = {
  errorTaming: "unsafe",
  errorTrapping: "none",
  unhandledRejectionTrapping: "none",
  overrideTaming: "severe",
  overrideDebug: [],
  reporting: "none",
  consoleTaming: "unsafe",
  stackFiltering: "verbose",
  localeTaming: "safe",
  evalTaming: "safe-eval",
  domainTaming: "unsafe",
  regExpTaming: "safe",
  legacyRegeneratorRuntimeTaming: "safe",
  __hardenTaming__: "safe",
};

/** Without `importModuleDynamically` no form of import finds a loader, also not those that SES does not know. */
export function lockDown(): Realm {
  const HostError = Error;
  const kept = keepInnocent();
  new vm.Script(sesSource, { filename: "ses.cjs" }).runInThisContext();
  globalThis.repairIntrinsics(OPTIONS);
  HostError.prepareStackTrace = ownStack;
  kept();
  keepRegistryPerRun(Symbol.prototype.constructor);
  hideSources();
  for (const prototype of [...overridable(), Function.prototype]) allowOverrides(prototype);
  globalThis.hardenIntrinsics();
  const { Compartment, harden } = globalThis;
  return { harden, compartment: (globals) => makeCompartment(Compartment, globals) };
}

/** Tells of the student's code alone: the engine's own frames show paths of this machine, and differ from one to the next. */
function ownStack(error: Error, sites: NodeJS.CallSite[]): string {
  const frames = sites.map(String).filter((site) => site.includes("exercise:///"));
  return [headOf(error), ...frames.map((site) => `    at ${site}`)].join("\n");
}

/** Runs nothing of the error's: one that asked for its own stack meanwhile would be told V8's, with all frames. */
function headOf(error: Error): string {
  const [name = "Error", message = ""] = [textOf(error, "name"), textOf(error, "message")];
  return message === "" ? name : `${name}: ${message}`;
}

function textOf(error: Error, key: string): string | undefined {
  let holder: object | null = error;
  for (let steps = 0; holder && steps < 20 && !isProxy(holder); steps++) {
    const descriptor = Object.getOwnPropertyDescriptor(holder, key);
    // SES has made the names of the language's own prototypes into accessors that remember them.
    const remembered = descriptor?.get as { originalValue?: unknown } | undefined;
    const value: unknown = descriptor?.value ?? remembered?.originalValue;
    if (descriptor) return typeof value === "string" ? value : undefined;
    holder = Object.getPrototypeOf(holder);
  }
  return undefined;
}

/** Newer parts of the language that SES does not know yet and therefore removes; they hold no authority. */
function keepInnocent(): () => void {
  const places: [object, PropertyKey][] = [
    [RegExp, "escape"],
    [Error, "isError"],
    [(globalThis as any).Iterator.prototype, Symbol.dispose],
  ];
  const found = places.map(
    ([holder, key]) => [holder, key, Object.getOwnPropertyDescriptor(holder, key)] as const,
  );
  return () => {
    for (const [holder, key, descriptor] of found) {
      // SES gives students constructors of its own, which it also makes the prototypes' `constructor`.
      const shared = typeof holder === "function" ? holder.prototype.constructor : holder;
      if (descriptor) Object.defineProperty(shared, key, descriptor);
    }
  };
}

/** Prototypes on which SES, also with `overrideTaming: "severe"`, still forbids `object.method = …`. */
function overridable(): object[] {
  const generator = Object.getPrototypeOf(function* () {}).prototype;
  const asyncGenerator = Object.getPrototypeOf(async function* () {}).prototype;
  const arrayIterator = Object.getPrototypeOf([].values());
  const classes = [Promise, Date, RegExp, WeakMap, WeakSet];
  return [generator, asyncGenerator, arrayIterator, ...classes.map(({ prototype }) => prototype)];
}

const WITHHELD = ["Compartment", "lockdown", "harden", "eval", "Function"];

function makeCompartment(Compartment: any, globals: Record<string, unknown>): Compartment {
  const compartment = new Compartment({ __options__: true, globals: {} });
  const { globalThis: scope } = compartment;
  for (const name of WITHHELD) delete scope[name];
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(scope, name, { value, writable: true, configurable: true, enumerable: false });
  }
  return {
    globalThis: scope,
    evaluate(code) {
      showSourcesOf(code);
      return compartment.evaluate(code);
    },
  };
}
