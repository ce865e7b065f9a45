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
    Object.defineProperty(prototype, key, accessorFor(prototype, key, found));
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

function accessorFor(prototype: object, key: PropertyKey, { value, enumerable }: PropertyDescriptor) {
  const { get, set } = {
    get() {
      return value;
    },
    set(this: unknown, replacement: unknown) {
      if (this === prototype) throw new TypeError(`Cannot assign to read only property '${String(key)}'`);
      const own = { value: replacement, writable: true, enumerable: true, configurable: true };
      if (Object.hasOwn(this as object, key)) Reflect.set(this as object, key, replacement);
      else Object.defineProperty(this, key, own);
    },
  };
  return { get, set, enumerable, configurable: true };
}
