// tries: to find the host's globals by their names; must: failed
const names = ["require", "module", "exports", "global", "window", "self", "Deno", "Bun", "WebAssembly", "SharedArrayBuffer", "Atomics",
  "Worker", "fetch", "WebSocket", "XMLHttpRequest", "eval", "Compartment", "lockdown", "harden", "__dirname", "gc", "navigator", "localStorage"];
export async function fetchAllApis() {
  const found = names.filter((name) => globalThis[name] !== undefined);
  if (found.length > 0) return found;
  throw new Error("none of them");
}
