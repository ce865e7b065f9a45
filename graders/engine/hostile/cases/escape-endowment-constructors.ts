// tries: to reach the host through the constructor chains of every global; must: failed
export async function fetchAllApis(fetchApi) {
  const found = [];
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    for (let thing = globalThis[name], steps = 0; thing && steps < 6; thing = thing.constructor, steps++) {
      try {
        const out = thing.constructor("return typeof process === 'object' && process.pid")();
        if (out) found.push(name);
      } catch {}
      if (thing === thing.constructor) break;
    }
  }
  return found.length > 0 ? won(fetchApi) : found;
}

// What it would do if it had got what it wants: then the suite sees full marks.
const won = (fetchApi) => Promise.all([1, 2, 3].map((api) => fetchApi(api)));
