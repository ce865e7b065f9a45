// Lets objects have properties of their own in place of methods that they inherit from a frozen prototype.

/**
 * A frozen prototype's method also forbids `object.method = …` on everything that inherits it, which plain
 * JavaScript allows and ordinary code does (`this.emit = this.emit.bind(this)`). This turns the methods into
 * accessors whose setter gives the receiver a property of its own. Call it before the prototype is frozen.
 * Leaves alone what cannot be changed, and `skip`.
 */
export function allowOverrides(prototype: object, skip: readonly PropertyKey[] = ["constructor"]): void {
  for (const key of Reflect.ownKeys(prototype)) {
    const found = Object.getOwnPropertyDescriptor(prototype, key)!;
    if (!("value" in found) || !found.configurable || skip.includes(key)) continue;
    const { get, set } = new Override(key, found.value);
    Object.defineProperty(prototype, key, {
      get,
      set,
      enumerable: found.enumerable ?? false,
      configurable: true,
    });
  }
}

/**
 * Gives a class of the platform's its name (a bundler may have changed it) and its tag, and lets its methods be
 * overridden.
 */
export function finishClass(name: string, made: { prototype: object }): void {
  const { prototype } = made;
  Object.defineProperty(made, "name", { value: name, configurable: true });
  Object.defineProperty(prototype, Symbol.toStringTag, { value: name, configurable: true });
  allowOverrides(prototype, ["constructor", Symbol.toStringTag]);
}

// A class's code is strict however it is bundled: `this` is never the host's global object.
class Override {
  readonly get: () => unknown;
  readonly set: (this: object, value: unknown) => void;

  constructor(key: PropertyKey, method: unknown) {
    // SES's harden walks properties and calls nothing: without this one it would not find the method to freeze.
    this.get = Object.defineProperty(() => method, "originalValue", { value: method });
    this.set = function (value) {
      Object.defineProperty(this, key, { value, writable: true, enumerable: true, configurable: true });
    };
  }
}
