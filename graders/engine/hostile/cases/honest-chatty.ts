// honest: a right answer that prints a lot, of all kinds; must: full marks
export async function fetchAllApis(fetchApi) {
  console.log("starting", { nested: { deeply: [1, [2, [3]]] } }, new Map([[1, 2]]), new Error("just saying"), Symbol("s"), 10n, null, undefined);
  console.table([{ a: 1 }, { a: 2 }]); console.group("g"); console.dir(globalThis); console.groupEnd(); console.time("t"); console.timeEnd("t");
  console.error("%s of %d and %o", "one", 3, { x: 1 }); console.assert(false, "assertion"); console.count(); console.trace("here");
  const loop = {}; loop.loop = loop; console.log(loop);
  for (let n = 0; n < 300; n++) console.debug("line", n);
  return Promise.all([1, 2, 3].map((api) => fetchApi(api)));
}
