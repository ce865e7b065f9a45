// tries: to hang the host in a getter, a toString or a trap; must: time-limit
class Endless extends Error {
  get name() { for (;;); }
}
export async function fetchAllApis() { throw new Endless(); }
