console.count();
console.count("x");
console.count({ toString: () => "x" });
console.countReset("x");
console.count("x");
console.countReset("none");
