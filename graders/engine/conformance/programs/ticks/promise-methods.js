const log = (name) => (value) => console.log(name, JSON.stringify(value));
await Promise.allSettled([1, Promise.reject(new Error("no"))]).then((all) =>
  log("settled")(all.map(({ status }) => status)),
);
await Promise.any([Promise.reject(1), Promise.resolve(2)]).then(log("any"));
await Promise.any([]).catch((error) => log("none")([error.name, error.message, error.errors]));
await Promise.race([new Promise(() => {}), 3]).then(log("race"));
await Promise.try((value) => value + 1, 4).then(log("try"));
const { promise, resolve } = Promise.withResolvers();
resolve(6);
await promise.then(log("resolvers"));
