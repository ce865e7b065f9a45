// tries: to be handed the host's inspect function by a complaint about a value; must: failed
export async function fetchAllApis(fetchApi) {
  let got;
  const value = { __proto__: null, [Symbol.for("nodejs.util.inspect.custom")](depth, options, inspect) {
    if (inspect && (inspect.defaultOptions || inspect.custom || !Object.isFrozen(inspect) || !Object.isFrozen(inspect.prototype ?? inspect))) got ??= inspect;
    if (options && !Object.isFrozen(options.stylize)) got ??= options;
    return "x";
  } };
  const complain = [
    () => new TextEncoder().encodeInto("x", value), () => new TextDecoder().decode(value), () => new TextDecoder("utf-8", value),
    () => setTimeout(value), () => new AbortController().abort(value), () => AbortSignal.any([value]), () => AbortSignal.timeout(value),
    () => structuredClone(value, value), () => crypto.getRandomValues(value), () => console.log(value, "%o", value), () => console.table([value]),
    () => new URL(value), () => new EventTarget().dispatchEvent(value), () => Object.assign(new Error("x"), { cause: value }).stack,
  ];
  for (const act of complain) { try { act(); } catch {} }
  if (got) return won(fetchApi);
  throw value;
}

// What it would do if it had got what it wants: then the suite sees full marks.
const won = (fetchApi) => Promise.all([1, 2, 3].map((api) => fetchApi(api)));
