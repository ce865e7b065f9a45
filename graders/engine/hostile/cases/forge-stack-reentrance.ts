// tries: to see the host's frames by asking for a stack while it is being made; must: failed
class Curious extends Error {
  toString() { return this.stack + "!"; }
  get name() { return `${this.stack}`; }
}
export async function fetchAllApis(fetchApi) {
  const { stack } = new Curious("look");
  if (/\.cjs|node:|scenario/.test(stack)) return won(fetchApi);
  throw new Curious("nothing");
}

// What it would do if it had got what it wants: then the suite sees full marks.
const won = (fetchApi) => Promise.all([1, 2, 3].map((api) => fetchApi(api)));
