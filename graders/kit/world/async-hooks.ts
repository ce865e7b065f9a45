// node:async_hooks. Node's own classes are wrapped: their errors and prototypes belong to the host.
import { AsyncLocalStorage as HostStorage } from "node:async_hooks";
import { checkFunction, checkObject, invalidArgument } from "./errors.ts";
import { allowOverrides } from "./overrides.ts";
import { run } from "./run.ts";

type Callback = (...args: any[]) => unknown;
type InContext = (act: () => unknown) => unknown;

class AsyncResource {
  #inContext: InContext = HostStorage.snapshot();
  #id = ++run().asyncIds;

  constructor(type: unknown) {
    if (typeof type !== "string") throw invalidArgument("type", "of type string", type);
  }

  static bind(callback: unknown, type?: string, thisArg?: unknown): Callback {
    checkFunction(callback, "fn");
    return new AsyncResource(type || callback.name || "bound-anonymous-fn").bind(callback, thisArg);
  }

  bind(callback: unknown, thisArg?: unknown): Callback {
    checkFunction(callback, "fn");
    const inContext = this.#inContext;
    const { bound } = {
      bound(this: unknown, ...args: unknown[]) {
        const self = thisArg === undefined ? this : thisArg;
        return inContext(() => Reflect.apply(callback, self, args));
      },
    };
    return Object.defineProperty(bound, "length", { value: callback.length, configurable: true });
  }

  runInAsyncScope(callback: Callback, thisArg?: unknown, ...args: unknown[]): unknown {
    return this.#inContext(() => Reflect.apply(callback, thisArg, args));
  }

  emitDestroy(): this {
    return this;
  }

  asyncId(): number {
    return this.#id;
  }

  triggerAsyncId(): number {
    return 0;
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
    return AsyncResource.bind(callback);
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

  disable(): void {
    this.#storage.disable();
  }
}

for (const [name, made] of Object.entries({ AsyncLocalStorage, AsyncResource })) {
  Object.defineProperty(made, "name", { value: name, configurable: true });
  allowOverrides(made.prototype);
}

/** The module's exports. Async ids count from 1 in each run, so that they do not tell of others. */
export const asyncHooks: Record<string, object> = { AsyncLocalStorage, AsyncResource };
