// tries: to find the host's globals by their names; must: failed
const names = ["require", "module", "exports", "window", "self", "Deno", "Bun", "WebAssembly",
  "Worker", "XMLHttpRequest", "eval", "Compartment", "lockdown", "harden", "__dirname", "gc", "localStorage"];
export async function fetchAllApis(fetchApi) {
  const found = names.filter((name) => globalThis[name] !== undefined);
  // These are there to say why they are not.
  try {
    new SharedArrayBuffer(8);
    found.push("SharedArrayBuffer");
  } catch {}
  if (found.length > 0) return won(fetchApi);
  throw new Error("none of them");
}

// What it would do if it had got what it wants: then the suite sees full marks.
const won = (fetchApi) => Promise.all([1, 2, 3].map((api) => fetchApi(api)));
