// Forms of JSON values, each a function that tells whether a value has it. Nothing is copied, and nothing is told of what is wrong.

export type Form = (value: unknown) => boolean;

export const text: Form = (value) => typeof value === "string";
export const flag: Form = (value) => typeof value === "boolean";
export const time: Form = Number.isFinite;

/** One of these texts. */
export function oneOf(...texts: string[]): Form {
  const all = new Set<unknown>(texts);
  return (value) => all.has(value);
}

export function list(item: Form): Form {
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (const each of value) if (!item(each)) return false;
    return true;
  };
}

export function pair(first: Form, second: Form): Form {
  return (value) => Array.isArray(value) && value.length === 2 && first(value[0]) && second(value[1]);
}

/** An object with all that `required` names, perhaps some of what `optional` names, and nothing else. */
export function object(required: Record<string, Form>, optional: Record<string, Form> = {}): Form {
  const forms = new Map([...Object.entries(required), ...Object.entries(optional)]);
  const needed = Object.keys(required);
  return (value) => {
    if (!isObject(value)) return false;
    for (const key in value) {
      const form = forms.get(key);
      if (!form || !(form(value[key]) || (value[key] === undefined && key in optional))) return false;
    }
    for (const key of needed) if (value[key] === undefined) return false;
    return true;
  };
}

/** An object with any names, but those that mean something else in an object. */
export function record(item: Form): Form {
  return (value) => {
    if (!isObject(value)) return false;
    for (const key in value) if (RESERVED.has(key) || !item(value[key])) return false;
    return true;
  };
}

/** An object whose `key` says which of these forms it has. */
export function variant(key: string, forms: Record<string, Form>): Form {
  const all = new Map<unknown, Form>(Object.entries(forms));
  return (value) => isObject(value) && (all.get(value[key])?.(value) ?? false);
}

const RESERVED = new Set(["__proto__", "prototype", "constructor"]);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
