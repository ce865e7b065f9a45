console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 });
console.dir("text");
console.dir({ [Symbol.for("nodejs.util.inspect.custom")]: () => "never" }, {});
