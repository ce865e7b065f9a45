// tries: to leave something on objects that only calls hand out; must: failed
const hidden = () => [
  Object.getPrototypeOf(new Intl.Segmenter("en").segment("a")),
  Object.getPrototypeOf(new Intl.Segmenter("en").segment("a")[Symbol.iterator]()),
  Object.getPrototypeOf([].values()), Object.getPrototypeOf("".matchAll(/a/g)), Object.getPrototypeOf(Iterator.from({ next() {} })),
  Object.getPrototypeOf((async function* () {})()), Promise.prototype.then, Date.prototype.getTime, WeakMap.prototype.get,
  Object.getPrototypeOf(setTimeout(() => {}, 1)), TextEncoder.prototype.encode, URLSearchParams.prototype.get,
];
export async function fetchAllApis(fetchApi) {
  const before = hidden().map((each) => each.mark);
  for (const each of hidden()) { try { each.mark = "I was here"; } catch {} }
  const after = hidden().map((each) => each.mark);
  if ([...before, ...after].some(Boolean)) return won(fetchApi);
  throw new Error("all frozen");
}

// What it would do if it had got what it wants: then the suite sees full marks.
const won = (fetchApi) => Promise.all([1, 2, 3].map((api) => fetchApi(api)));
