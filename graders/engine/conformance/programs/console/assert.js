console.assert(true, "never");
console.assert(false);
console.assert(0, "told %s", "why");
console.assert(null, { a: 1 }, 2);
