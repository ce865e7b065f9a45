const rejected = Promise.reject(5);
rejected.catch(() => {});
console.log(
  Promise.resolve({ a: [1] }),
  new Promise(() => {}),
  rejected,
  [Promise.resolve("x")],
  (async () => 1)(),
);
