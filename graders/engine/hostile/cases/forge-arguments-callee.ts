// tries: to climb to the host's caller through arguments and caller; must: failed
export async function fetchAllApis(fetchApi) {
  const found = [];
  for (const climb of [
    function () { return arguments.callee.caller; },
    () => fetchAllApis.caller,
    () => fetchApi.caller,
    () => fetchApi.arguments,
    () => Object.getOwnPropertyDescriptor(Function.prototype, "caller").get.call(fetchApi),
  ]) {
    try { if (climb()) found.push(climb); } catch {}
  }
  return found.length > 0 ? won(fetchApi) : found;
}

// What it would do if it had got what it wants: then the suite sees full marks.
const won = (fetchApi) => Promise.all([1, 2, 3].map((api) => fetchApi(api)));
