// tries: to run code inside the host's copying, and to change what is copied meanwhile; must: failed
class Shifty extends Error {
  get message() { Object.assign(this.target, { state: "fulfilled" }); return "Not found"; }
  get name() { for (const api of [1, 2, 3]) this.call?.(api); return "Error"; }
  target = {};
}
export async function fetchAllApis(fetchApi) {
  throw Object.assign(new Shifty(), { call: fetchApi });
}
