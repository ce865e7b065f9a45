// A student who looks at all that an exercise's scenario hands over: is it frozen, or was it handed to an earlier run? It
// goes into submissions as it is, and has no imports.

/**
 * What a run looks with: a function that gives back what it was given, and looks at that, at what is in it, and at what
 * its functions and promises come to. `tell` hears of what no run may find.
 */
export function makeWary(tell: (found: string) => void): <T>(value: T) => T {
  const mark = Symbol("seen");
  const wrapped = new WeakMap<object, object>();

  function wary(value: any): any {
    if (typeof value === "function") return watched(value);
    if (typeof value !== "object" || value === null) return value;
    if (value instanceof Promise) value.then(wary, wary);
    return isData(value) ? looked(value) : value;
  }

  /**
   * An array or an object of no class: what a program may change, and what it may find changed. The world's own, which have
   * functions, are frozen.
   */
  function looked(data: any): unknown {
    const known = wrapped.get(data);
    if (known) return known;
    wrapped.set(data, data);
    const frozen = Object.isFrozen(data);
    const marks = Object.getOwnPropertySymbols(data).map(({ description }) => description);
    if (marks.includes("seen")) tell("what an earlier run was given");
    else if (!frozen) Object.defineProperty(data, mark, { value: true });
    else if (!Object.values(data).some((inner) => typeof inner === "function")) tell("what is frozen");
    // The functions in it are watched in a copy: it is not ours to change.
    const inner = Object.entries(data).map(([key, each]) => [key, wary(each)] as const);
    if (inner.every(([key, each]) => each === data[key])) return data;
    const copy = Object.assign(Array.isArray(data) ? [] : {}, data, Object.fromEntries(inner));
    wrapped.set(data, copy);
    return copy;
  }

  function watched(act: any): object {
    const known = wrapped.get(act);
    if (known) return known;
    const own = new Proxy(act, {
      apply: (target, self, args) => wary(Reflect.apply(target, self, args.map(wary))),
      construct(target, args, newTarget) {
        const made = Reflect.construct(target, args.map(wary), newTarget);
        for (const name of Object.getOwnPropertyNames(target.prototype))
          if (name !== "constructor" && typeof made[name] === "function")
            Object.defineProperty(made, name, { value: watched(made[name]) });
        return made;
      },
    });
    wrapped.set(act, own);
    wrapped.set(own, own);
    return own;
  }

  return wary;
}

function isData(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
