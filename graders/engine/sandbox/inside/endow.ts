// What a fresh global scope finds beside the language.

export interface Endowments {
  /** Hardened, and the same object in all runs. */
  globals: Record<string, unknown>;
  /** What makes those that are a run's own. */
  own: Record<string, () => object>;
}

/** The globals that `Object.keys(globalThis)` lists on Node: these are the scope's own. */
const LISTED = [
  ...["clearImmediate", "setImmediate", "clearInterval", "clearTimeout", "setInterval", "setTimeout"],
  ...["queueMicrotask", "structuredClone", "atob", "btoa", "fetch", "crypto", "navigator"],
];

/**
 * Gives a scope its globals. Each property of a scope costs time in each run, so most of them are inherited from one object
 * that all scopes share; what is assigned becomes the scope's own.
 */
export function endow(scope: object, { globals, own }: Endowments): void {
  const { listed, base } = prepare(scope, globals, own);
  Object.defineProperties(scope, listed);
  Object.setPrototypeOf(scope, base);
}

function prepare(
  scope: object,
  globals: Endowments["globals"],
  own: Endowments["own"],
): { listed: PropertyDescriptorMap; base: object } {
  const listed: PropertyDescriptorMap = {};
  const inherited: PropertyDescriptorMap = { [Symbol.toStringTag]: { value: "global" } };
  for (const [name, value] of Object.entries(globals)) {
    const enumerable = LISTED.includes(name);
    // What SES has put on the scope itself hides what is inherited.
    const isOwn = enumerable || Object.hasOwn(scope, name);
    if (isOwn) listed[name] = { value, writable: true, configurable: true, enumerable };
    else inherited[name] = accessor(name, () => value);
  }
  for (const [name, make] of Object.entries(own)) {
    (Object.hasOwn(scope, name) ? listed : inherited)[name] = accessor(name, make, true);
  }
  inherited.global = accessor("global", (self) => self);
  return { listed, base: Object.create(Object.prototype, inherited) };
}

function accessor(name: string, valueFor: (scope: object) => unknown, keep = false): PropertyDescriptor {
  const become = (scope: object, value: unknown) => {
    Object.defineProperty(scope, name, { value, writable: true, configurable: true, enumerable: false });
    return value;
  };
  // Concise methods are strict: `this` is never the host's global object.
  const methods = {
    get(this: object) {
      const value = valueFor(this);
      return keep ? become(this, value) : value;
    },
    set(this: object, value: unknown) {
      become(this, value);
    },
  };
  return { ...methods, configurable: true, enumerable: false };
}
