// honest: methods that objects of its own have in place of inherited ones; must: full marks
class Task extends Promise {
  toString() { return "a task"; }
}
class MyError extends Error {
  constructor(message) { super(message); this.name = "MyError"; this.message = message; this.toString = () => "mine"; }
}
export async function fetchAllApis(fetchApi) {
  const list = [1, 2, 3];
  list.toString = () => "list"; list.push = (item) => list.splice(list.length, 0, item);
  const point = { constructor: "own", hasOwnProperty: () => true, valueOf: () => 1, toString: () => "point" };
  const when = new Date(0);
  when.toISOString = () => "then";
  const promise = Promise.resolve();
  promise.then = promise.then.bind(promise);
  await promise;
  if (String(new MyError("x")) !== "mine" || `${Task.resolve()}` !== "a task" || point.valueOf() !== 1) throw new Error("fixed");
  return Promise.all(list.map((api) => fetchApi(api)));
}
