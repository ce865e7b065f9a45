// node:async_hooks. Node's own classes are wrapped: their errors and prototypes belong to the host.
import { AsyncLocalStorage as HostStorage, asyncWrapProviders as hostProviders } from "node:async_hooks";
import { checkFunction, checkObject, checkString, nodeError } from "./errors.ts";
import { finishClass } from "./overrides.ts";
import { run } from "./run.ts";

type Callback = (...args: any[]) => unknown;
type InContext = (act: () => unknown) => unknown;

/** What the program runs in when it runs in no resource of its own. */
const TOP = { asyncId: 1, triggerAsyncId: 0, resource: Object.freeze({}) };

/** Whose scope this is: by the language's own context, so that what a callback starts is in it as well. */
const executing = new HostStorage<{ asyncId: number; triggerAsyncId: number; resource: object }>();

export class AsyncResource {
  #inContext: InContext = HostStorage.snapshot();
  #id: number;
  #triggerId: number;

  constructor(type: unknown, options: unknown = {}) {
    checkString(type, "type");
    const { triggerAsyncId = executionAsyncId() } =
      typeof options === "number" ? { triggerAsyncId: options } : (options as { triggerAsyncId?: unknown });
    if (!Number.isSafeInteger(triggerAsyncId) || (triggerAsyncId as number) < -1) {
      const message = `Invalid triggerAsyncId value: ${String(triggerAsyncId)}`;
      throw nodeError("ERR_INVALID_ASYNC_ID", message, RangeError);
    }
    this.#id = ++run().asyncIds;
    this.#triggerId = triggerAsyncId as number;
  }

  static bind(callback: unknown, type: unknown, thisArg: unknown): Callback {
    type ||= (callback as Callback).name;
    return new AsyncResource(type || "bound-anonymous-fn").bind(callback, thisArg);
  }

  bind(callback: unknown, thisArg: unknown): Callback {
    checkFunction(callback, "fn");
    const enter = (self: unknown, args: unknown[]) => this.runInAsyncScope(callback, self, ...args);
    const { bound } = {
      bound(this: unknown, ...args: unknown[]) {
        return enter(thisArg === undefined ? this : thisArg, args);
      },
    };
    return Object.defineProperty(bound, "length", { value: callback.length, configurable: true });
  }

  runInAsyncScope(callback: Callback, thisArg: unknown, ...args: unknown[]): unknown {
    const scope = { asyncId: this.#id, triggerAsyncId: this.#triggerId, resource: this };
    return this.#inContext(() => executing.run(scope, () => Reflect.apply(callback, thisArg, args)));
  }

  emitDestroy(): this {
    return this;
  }

  asyncId(): number {
    return this.#id;
  }

  triggerAsyncId(): number {
    return this.#triggerId;
  }
}

function executionAsyncId(): number {
  return (executing.getStore() ?? TOP).asyncId;
}

function triggerAsyncId(): number {
  return (executing.getStore() ?? TOP).triggerAsyncId;
}

function executionAsyncResource(): object {
  return (executing.getStore() ?? TOP).resource;
}

function createHook(): never {
  throw new Error(
    "`createHook` is not here: it would show the machinery that runs the exercises. AsyncLocalStorage and AsyncResource are.",
  );
}

/** What `withScope` gives: the store that was there comes back when it is disposed of. */
class RunScope {
  #storage: AsyncLocalStorage;
  #before: unknown;
  #over = false;

  constructor(storage: AsyncLocalStorage, store: unknown) {
    this.#storage = storage;
    this.#before = storage.getStore();
    storage.enterWith(store);
  }

  dispose(): void {
    if (this.#over) return;
    this.#over = true;
    this.#storage.enterWith(this.#before);
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}

class AsyncLocalStorage {
  #storage: HostStorage<unknown>;

  constructor(options: unknown = {}) {
    checkObject(options, "options");
    const { name, defaultValue } = options;
    this.#storage = new HostStorage({ defaultValue, ...(name === undefined ? {} : { name: `${name}` }) });
  }

  static bind(callback: unknown): Callback {
    return AsyncResource.bind(callback, undefined, undefined);
  }

  static snapshot(): Callback {
    const inContext: InContext = HostStorage.snapshot();
    return (callback: Callback, ...args: unknown[]) => inContext(() => callback(...args));
  }

  get name(): string {
    return this.#storage.name ?? "";
  }

  getStore(): unknown {
    return this.#storage.getStore();
  }

  enterWith(store: unknown): void {
    this.#storage.enterWith(store);
  }

  run(store: unknown, callback: Callback, ...args: unknown[]): unknown {
    return this.#storage.run(store, () => Reflect.apply(callback, null, args));
  }

  exit(callback: Callback, ...args: unknown[]): unknown {
    return this.#storage.exit(() => Reflect.apply(callback, null, args));
  }

  withScope(store: unknown): RunScope {
    return new RunScope(this, store);
  }

  disable(): void {
    this.#storage.disable();
  }
}

for (const [name, made] of Object.entries({ AsyncLocalStorage, AsyncResource, RunScope })) {
  finishClass(name, made, { tag: false });
}

const asyncWrapProviders = Object.freeze({ __proto__: null, ...hostProviders });

/** The module's exports. Async ids count from 2 in each run, so that they do not tell of others. */
export const asyncHooks: Record<string, object> = {
  AsyncLocalStorage,
  createHook,
  executionAsyncId,
  triggerAsyncId,
  executionAsyncResource,
  asyncWrapProviders,
  AsyncResource,
};

/** What is reached through no export, for whoever freezes it. */
export const asyncHiddenClasses: readonly object[] = [RunScope];
