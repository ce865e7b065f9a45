// Questions about the values in a trace, for telling mistakes apart.
import { equal, identical, isNode, type Plain, refOf, show } from "../../trace/plain.ts";

/** Whether a promise is in the value, or was turned into text in it (`[object Promise]`). */
export function holdsPromise(value: Plain | undefined): boolean {
  if (value === undefined) return false;
  if (typeof value === "string") return value.includes("[object Promise]");
  return (isNode(value) && value.t === "promise") || partsOf(value).some(holdsPromise);
}

/** Whether the value is an error of this name, or of a class that extends the one so called, with a message that fits. */
export function isErrorNamed(value: Plain | undefined, name: string, message = /(?:)/): boolean {
  if (value === undefined || !isNode(value) || value.t !== "error") return false;
  return (value.name === name || value.kind === name) && message.test(value.message);
}

/** Whether the value is made of this failure: its words, or an error of the submission's own that holds it as its cause, in a list, or in words. */
export function isWrapping(value: Plain, failure: Plain): boolean {
  if (typeof value === "string")
    return (
      isNode(failure) && failure.t === "error" && failure.message !== "" && value.includes(failure.message)
    );
  if (isBoxed(value)) return !isNode(failure);
  if (!isNode(value) || value.t !== "error" || value.ref !== undefined) return false;
  const [ref, inner] = [refOf(failure), value.cause ?? value.errors?.[0]];
  if (ref !== undefined && inner !== undefined && refOf(inner) === ref) return true;
  const words =
    typeof failure === "string"
      ? failure
      : isNode(failure) && failure.t === "error"
        ? failure.message
        : show(failure);
  return words !== "" && value.message.includes(words);
}

/** Whether the value is a text or a number that was made an object, as `Object.assign("text", { … })` does. */
export function isBoxed(value: Plain): boolean {
  return isNode(value) && value.t === "object" && /^(String|Number|Boolean)$/.test(value.kind ?? "");
}

/** Whether more was told than had failed, and of a failure the errors in it. */
export function flattened(failed: readonly { value?: Plain }[], told: readonly { value: Plain }[]): boolean {
  const inner = failed.flatMap(
    ({ value = null }) => (isNode(value) && value.t === "error" && value.errors) || [],
  );
  const isInner = (error: Plain) => inner.some((each) => identical(each, error) || equal(each, error));
  return told.length > failed.length && told.some(({ value }) => isInner(value));
}

/** Whether the value is one that an `if` takes for false. */
export function isFalsy(value: Plain): boolean {
  if (!isNode(value)) return !value;
  if (value.t === "number") return value.v === "NaN" || value.v === "-0";
  return value.t === "undefined" || (value.t === "bigint" && value.v === "0");
}

/** Whether the value is a list or an object in which nothing is. */
export function isEmpty(value: Plain): boolean {
  return isNode(value) && (value.t === "array" || value.t === "object") && partsOf(value).length === 0;
}

/** The value's own text, or a text that holds all texts inside it. */
export function textIn(value: Plain): string {
  if (!isNode(value)) return String(value);
  return partsOf(value).map(textIn).join("\n");
}

/** The values directly inside: items, entries and properties. */
export function partsOf(value: Plain): Plain[] {
  if (!isNode(value)) return [];
  switch (value.t) {
    case "array":
    case "set":
      return value.items;
    case "map":
      return value.entries.flat();
    case "object":
    case "error":
      return value.props.map(([, part]) => part);
    default:
      return [];
  }
}

/**
 * Whether the value is a function, or one is in it; what is in an object of the world's own belongs there. Functions of which
 * `isMade` is true are the scenario's own.
 */
export function holdsFunction(value: Plain, isMade: (value: Plain) => boolean = () => false): boolean {
  if (isNode(value) && value.t === "function") return !isMade(value);
  return refOf(value) === undefined && partsOf(value).some((part) => holdsFunction(part, isMade));
}

/** Whether one of the objects that `Promise.allSettled` makes is in the value, or it is one. */
export function holdsReport(value: Plain): boolean {
  const is = isNode(value) && value.t === "object" && value.props.some(([key]) => key === "status");
  return is || partsOf(value).some(holdsReport);
}
