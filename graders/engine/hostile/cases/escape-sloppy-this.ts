// tries: to get the global object as the this of a function that is not strict; must: failed
export async function fetchAllApis() {
  const get = function () { return this; };
  const found = [get(), (0, get)(), [get][0]?.call?.(undefined), get.call(null), (() => this)()].filter(Boolean);
  return found.find((each) => each.process?.pid);
}
