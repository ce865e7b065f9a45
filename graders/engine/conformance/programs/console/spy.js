const calls = [];
for (const level of ["warn", "error"]) {
  const original = console[level];
  console[level] = (...args) => {
    calls.push([level, ...args]);
    original("spied", ...args);
  };
}
console.warn(1);
console.error(2);
console.extra = () => "mine";
console.log(calls, console.extra(), Object.prototype.toString.call(console));
