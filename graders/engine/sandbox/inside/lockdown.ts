// Freezes the realm with SES and keeps what the host needs of it. FACTS.md says why of each option.
import { isProxy } from "node:util/types";
import { domExceptionHead } from "../../../world/platform/dom-exception.ts";
import { codeOf } from "../../../world/platform/errors.ts";
import { ownValue } from "../../../world/platform/overrides.ts";
import { keepRegistryPerRun } from "../../../world/platform/symbols.ts";
import { studentDate } from "../../../world/platform/time-globals.ts";
import { Compartments, type SesCompartment } from "./compartment.ts";
import type { Endowments } from "./endow.ts";
import { allowOwnProperties } from "./intrinsics.ts";
import { hardenSegmentsLate } from "./segments.ts";
import { hideSources } from "./sources.ts";

declare global {
  var repairIntrinsics: (options: Record<string, unknown>) => void;
  var hardenIntrinsics: () => void;
  var harden: <T>(value: T) => T;
  var Compartment: SesCompartment;
}

export interface Realm {
  harden: <T>(value: T) => T;
  /**
   * A fresh global scope that holds the language, `globals`, and each of `own` when it is first asked for. The endowments are
   * the first call's.
   */
  compartment(endowments: Endowments): ReturnType<Compartments["make"]>;
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
  localeTaming: "unsafe",
  evalTaming: "safe-eval",
  domainTaming: "unsafe",
  regExpTaming: "safe",
  legacyRegeneratorRuntimeTaming: "safe",
  __hardenTaming__: "safe",
};

/** SES adds immutable ArrayBuffers, which Node has none of, unless it finds this method. */
const SHIMMED = "sliceToImmutable";

/** In a script of `keptScript` no form of import finds a loader, also not those that SES does not know. */
export function lockDown(): Realm {
  const HostError = Error;
  const kept = keepInnocent();
  const hardenSegments = hardenSegmentsLate();
  Object.defineProperty(ArrayBuffer.prototype, SHIMMED, { value: () => {}, configurable: true });
  const { freeze } = Object;
  Object.freeze = (object: any) => (object === Array.prototype ? freezeButLength(object) : freeze(object));
  keptScript("ses.js").runInThisContext();
  Object.freeze = freeze;
  globalThis.repairIntrinsics(OPTIONS);
  HostError.prepareStackTrace = ownStack;
  capture = () => {
    const { stackTraceLimit } = HostError;
    HostError.stackTraceLimit = DEEP;
    try {
      void new HostError().stack;
    } catch {
      // The program has used up the stack: there is no room to look.
    } finally {
      HostError.stackTraceLimit = stackTraceLimit;
    }
  };
  delete (ArrayBuffer.prototype as any)[SHIMMED];
  kept();
  keepRegistryPerRun(Symbol.prototype.constructor);
  hideSources();
  // SES makes a Date of its own, without the time, the dates' constructor.
  Object.defineProperty(Date.prototype, "constructor", {
    value: studentDate,
    writable: true,
    configurable: true,
  });
  allowOwnProperties();
  globalThis.hardenIntrinsics();
  const { Compartment, harden } = globalThis;
  hardenSegments(harden);
  let compartments: Compartments | undefined;
  return {
    harden,
    compartment(endowments) {
      compartments ??= new Compartments(Compartment, endowments, harden);
      return compartments.make();
    },
  };
}

/**
 * What inherits from Array without being one (`Line.prototype = Object.create(Array.prototype)`) gets a length of its own
 * by assignment, which a length that cannot be written forbids. It says nothing, and each run sets it back.
 */
function freezeButLength(prototype: object): object {
  for (const key of Reflect.ownKeys(prototype)) {
    const fixed = "value" in Object.getOwnPropertyDescriptor(prototype, key)! ? { writable: false } : {};
    if (key !== "length") Object.defineProperty(prototype, key, { ...fixed, configurable: false });
  }
  return Object.preventExtensions(prototype);
}

/** More than the platform has between a program's call and what writes it down. */
const DEEP = 50;

let capture: (() => void) | undefined;
let captured: NodeJS.CallSite[] | undefined;

/** What is on the stack now, innermost first, from the caller of this on; nothing before lockdown. */
export function callSites(): NodeJS.CallSite[] {
  captured = [];
  capture?.();
  const sites = captured;
  captured = undefined;
  return sites.slice(2);
}

/** Tells of the student's code alone: the engine's own frames show paths of this machine, and differ from one to the next. */
function ownStack(error: Error, sites: NodeJS.CallSite[]): string {
  if (captured) {
    captured = sites;
    return "";
  }
  // A frame's text costs much more than the question whose it is.
  const frames = sites.filter((site) => site.getScriptNameOrSourceURL()?.startsWith("exercise:///"));
  return [headOf(error), ...frames.map((site) => `    at ${site}`)].join("\n");
}

/** Runs nothing of the error's: one that asked for its own stack meanwhile would be told V8's, with all frames. */
function headOf(error: Error): string {
  const exception = domExceptionHead(error);
  if (exception) return exception;
  const [name = "Error", message = ""] = [textOf(error, "name"), textOf(error, "message")];
  const code = codeOf(error);
  const kind = code === undefined ? name : `${name} [${code}]`;
  return message === "" ? kind : `${kind}: ${message}`;
}

function textOf(error: Error, key: string): string | undefined {
  let holder: object | null = error;
  for (let steps = 0; holder && steps < 20 && !isProxy(holder); steps++) {
    if (Object.hasOwn(holder, key)) {
      const value = ownValue(holder, key);
      return typeof value === "string" ? value : undefined;
    }
    holder = Object.getPrototypeOf(holder);
  }
  return undefined;
}

/** Newer parts of the language that SES does not know yet and therefore removes; they hold no authority. */
function keepInnocent(): () => void {
  const asyncIterator = Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}.prototype));
  const places: [object, PropertyKey][] = [
    [RegExp, "escape"],
    [Error, "isError"],
    [(globalThis as any).Iterator.prototype, Symbol.dispose],
    [asyncIterator, Symbol.asyncDispose],
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
