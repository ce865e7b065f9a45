for (using held of [1, 2].map((name) => ({ name, [Symbol.dispose]: () => console.log("released", name) })))
  console.log(held.name);
for await (await using held of [{ [Symbol.asyncDispose]: async () => console.log("async") }])
  console.log(typeof held);
