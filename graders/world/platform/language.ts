// Parts of the language that SES keeps from compartments and students may expect.
import { AbortError } from "./errors.ts";
import { finishClass } from "./overrides.ts";
import { run } from "./run.ts";
import { refuseClones } from "./structured-clone.ts";

/** Taken before lockdown. */
const HOST = globalThis as unknown as Record<string, object | undefined>;
const LANGUAGE = ["Float16Array", "Float32Array", "Float64Array", "DisposableStack", "AsyncDisposableStack"];
const language = Object.fromEntries(LANGUAGE.map((name) => [name, HOST[name]]).filter(([, value]) => value));
const SuppressedError = HOST.SuppressedError;

// When garbage is collected differs from run to run: these let nobody see it, which the language allows.
class StrongRef {
  #target: unknown;

  constructor(target: unknown) {
    checkTarget(target, "WeakRef");
    this.#target = target;
  }

  deref(): unknown {
    return this.#target;
  }
}

class NoFinalization {
  #tokens = new WeakSet<object>();

  constructor(cleanup: unknown) {
    if (typeof cleanup !== "function") throw new TypeError("FinalizationRegistry: cleanup must be callable");
  }

  register(target: unknown, _held?: unknown, token?: unknown): void {
    checkTarget(target, "FinalizationRegistry.prototype.register");
    if (token !== undefined) this.#tokens.add(token as object);
  }

  unregister(token: unknown): boolean {
    return this.#tokens.delete(token as object);
  }
}

function checkTarget(target: unknown, name: string): asserts target is object {
  const isObject = (typeof target === "object" && target !== null) || typeof target === "function";
  const isOwnSymbol = typeof target === "symbol" && run().symbols.keyFor(target) === undefined;
  if (!isObject && !isOwnSymbol) throw new TypeError(`${name}: invalid target`);
}

finishClass("WeakRef", StrongRef);
finishClass("FinalizationRegistry", NoFinalization);
refuseClones(StrongRef);
refuseClones(NoFinalization);

/** Call it after lockdown. */
export function languageGlobals(): Record<string, unknown> {
  const { constructor: StudentError } = Error.prototype;
  const { constructor: StudentFunction } = Function.prototype;
  // The host's Error, which it inherits from, can do more than the one that students have.
  for (const made of [SuppressedError, AbortError]) if (made) Object.setPrototypeOf(made, StudentError);
  return {
    ...language,
    ...(SuppressedError ? { SuppressedError } : {}),
    Function: StudentFunction,
    WeakRef: StrongRef,
    FinalizationRegistry: NoFinalization,
  };
}
