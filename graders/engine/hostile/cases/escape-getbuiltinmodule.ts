// tries: to get a module without importing it; must: failed
export async function fetchAllApis() {
  return process.getBuiltinModule?.("node:fs") ?? process.binding?.("fs") ?? process.mainModule?.require ?? globalThis.require;
}
