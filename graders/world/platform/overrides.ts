// Lets objects have properties of their own in place of what they inherit from frozen ones.
import { currentRun } from "./run.ts";

/** What an accessor of ours stands for, by its getter. */
const originals = new WeakMap<object, unknown>();
/** The platform's own objects whose properties are accessors of ours. */
const ofRuns = new WeakSet<object>();

/** What is done when a frozen object's own property is assigned to. */
type OnHome = { name: string } | "of the run";

/**
 * A frozen object's method also forbids `object.method = …` on everything that inherits it, which plain JavaScript
 * allows and ordinary code does (`this.emit = this.emit.bind(this)`, `Pool.prototype.constructor = Pool`). This turns
 * the properties into accessors whose setter gives the receiver a property of its own. On the frozen object itself the
 * setter says what cannot be done, where `home` names the object, or keeps the value for the rest of the run. Call it
 * before the object is frozen. Leaves alone what cannot be changed, and `skip`.
 */
export function allowOverrides(object: object, home: OnHome, skip: readonly PropertyKey[] = []): void {
  if (home === "of the run") ofRuns.add(object);
  for (const key of Reflect.ownKeys(object)) {
    const found = Object.getOwnPropertyDescriptor(object, key)!;
    if (!("value" in found) || !found.configurable || skip.includes(key)) continue;
    const { get, set } = accessor(object, key, found.value, home);
    originals.set(get, found.value);
    // SES's harden walks properties and calls nothing: without this one it would not find the value to freeze.
    Object.defineProperty(get, "originalValue", { value: found.value });
    Object.defineProperty(object, key, {
      get,
      set,
      enumerable: found.enumerable ?? false,
      configurable: true,
    });
  }
}

const INHERITED_BY_ALL = [Symbol.toStringTag, "name", "length", "prototype"];

/**
 * Gives a class of the platform's its name (a bundler may have changed it) and its tag, and lets its methods and statics
 * be overridden.
 */
export function finishClass(name: string, made: { prototype: object }, { tag = true } = {}): void {
  const { prototype } = made;
  Object.defineProperty(made, "name", { value: name, configurable: true });
  if (tag) Object.defineProperty(prototype, Symbol.toStringTag, { value: name, configurable: true });
  allowOverrides(prototype, "of the run", INHERITED_BY_ALL);
  allowOverrides(made, "of the run", INHERITED_BY_ALL);
}

/** Whether it is a prototype or constructor of the platform's own. */
export function isOfRuns(object: object): boolean {
  return ofRuns.has(object);
}

/** The value of a property, be it one that `allowOverrides` made an accessor of; runs nothing. */
export function ownValue(object: object, key: PropertyKey): unknown {
  const found = Object.getOwnPropertyDescriptor(object, key);
  return found?.get ? originals.get(found.get) : found?.value;
}

function accessor(home: object, key: PropertyKey, value: unknown, onHome: OnHome) {
  const ofRun = onHome === "of the run";
  // A concise method has no prototype to freeze and makes no objects, and it is strict however it is bundled.
  const methods = {
    get(): unknown {
      const changes = ofRun ? currentRun()?.changes : undefined;
      return changes?.has(methods.get) ? changes.get(methods.get) : value;
    },
    set(this: unknown, given: unknown): void {
      if (this !== home) own(this, key, given);
      else if (ofRun) currentRun()!.changes = (currentRun()!.changes ?? new Map()).set(methods.get, given);
      // What makes sure that it is there (`Promise.any = Promise.any || …`) changes nothing.
      else if (!Object.is(given, value)) throw unchangeable(onHome.name, key);
    },
  };
  return methods;
}

function own(receiver: unknown, key: PropertyKey, value: unknown): void {
  const there = Object.hasOwn(receiver as object, key);
  const flags = there ? {} : { writable: true, enumerable: true, configurable: true };
  if (Object(receiver) !== receiver) {
    throw new TypeError(
      `Cannot create property '${String(key)}' on ${typeof receiver} '${String(receiver)}'`,
    );
  }
  Object.defineProperty(receiver, key, { value, ...flags });
}

function unchangeable(name: string, key: PropertyKey): TypeError {
  const property = typeof key === "symbol" ? `${name}[${String(key)}]` : `${name}.${key}`;
  return new TypeError(
    `\`${property}\` cannot be changed here: the language's own objects are frozen. Write a function of your own instead, and call that.`,
  );
}

/** Lists these properties of a prototype in `for … in`, as those of the platform's classes are. */
export function listProperties(prototype: object, names: readonly string[]): void {
  for (const name of names) {
    const found = Object.getOwnPropertyDescriptor(prototype, name)!;
    Object.defineProperty(prototype, name, { ...found, enumerable: true });
  }
}
