const { setTimeout: real } = globalThis;
globalThis.setTimeout = (act) => {
  console.log("replaced");
  act();
};
setTimeout(() => console.log("at once"), 1000);
globalThis.setTimeout = real;
AbortSignal = undefined;
console.log(typeof AbortSignal);
