const params = new URLSearchParams();
const acts = [
  () => params.append("a"),
  () => params.get(),
  () => params.set("a"),
  () => params.delete(),
  () => new URLSearchParams([["a"]]),
  () => new URLSearchParams([5]),
  () => new URLSearchParams({ a: 1, b: [2, 3] }).toString(),
  () => new URLSearchParams(new Map([["x", "y"]])).toString(),
  () => new URLSearchParams(new URLSearchParams("q=1")).toString(),
  () => new URLSearchParams("?a=%20+b").get("a"),
  () => URLSearchParams.prototype.get.call({}, "a"),
];
for (const act of acts) {
  try {
    console.log(act());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
