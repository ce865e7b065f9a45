// EventEmitterAsyncResource: an emitter whose listeners run in the async context in which it was made.
import { AsyncResource } from "./async-hooks.ts";
import { EventEmitter } from "./emitter.ts";
import { checkString } from "./errors.ts";
import { finishClass } from "./overrides.ts";

interface Options {
  name?: unknown;
  captureRejections?: unknown;
  triggerAsyncId?: unknown;
}

/** Frozen by whoever freezes the platform's classes: no export leads to it. */
export class ReferencingResource extends AsyncResource {
  #emitter: object;

  constructor(emitter: object, type: unknown, options: unknown) {
    super(type, options);
    this.#emitter = emitter;
  }

  get eventEmitter(): object {
    return this.#emitter;
  }
}

const Emitter = EventEmitter as unknown as new (options?: object) => { emit(...args: unknown[]): boolean };

export class EventEmitterAsyncResource extends Emitter {
  #resource: ReferencingResource;

  constructor(given?: unknown) {
    const options = typeof given === "string" ? undefined : (given as Options | undefined);
    let name: unknown = given;
    if (typeof given !== "string") {
      if (new.target === EventEmitterAsyncResource) checkString(options?.name, "options.name");
      name = options?.name || new.target.name;
    }
    super(options);
    this.#resource = new ReferencingResource(this, name, options);
  }

  override emit(...args: unknown[]): boolean {
    return this.#resource.runInAsyncScope(super.emit, this, ...args) as boolean;
  }

  emitDestroy(): void {
    this.#resource.emitDestroy();
  }

  get asyncId(): number {
    return this.#resource.asyncId();
  }

  get triggerAsyncId(): number {
    return this.#resource.triggerAsyncId();
  }

  get asyncResource(): object {
    return this.#resource;
  }
}

finishClass("EventEmitterAsyncResource", EventEmitterAsyncResource, { tag: false });
finishClass("EventEmitterReferencingAsyncResource", ReferencingResource, { tag: false });
