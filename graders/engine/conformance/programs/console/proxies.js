const proxy = new Proxy(
  { a: 1 },
  {
    get: () => {
      throw new Error("trap");
    },
  },
);
console.log(proxy, [proxy]);
