// tries: to make code at run time through the constructor of every kind of function; must: failed
const kinds = [
  function () {}, () => {}, async () => {}, async function () {}, function* () {}, async function* () {}, class {},
  { method() {} }.method, Object.getOwnPropertyDescriptor({ get x() { return 1; } }, "x").get, [].map, Math.max, Proxy,
  (() => {}).bind(null), Promise.withResolvers().resolve, Proxy.revocable({}, {}).revoke,
];
export async function fetchAllApis(fetchApi) {
  const made = kinds.flatMap((kind) => {
    try {
      const answer = kind.constructor("return 7")();
      return [answer?.next ? answer.next().value : answer];
    } catch {
      return [];
    }
  });
  if (made.includes(7)) return won(fetchApi);
  throw new Error("every constructor refuses");
}

// What it would do if it had got what it wants: then the suite sees full marks.
const won = (fetchApi) => Promise.all([1, 2, 3].map((api) => fetchApi(api)));
