console.log(global === globalThis, Object.prototype.toString.call(globalThis), typeof window, typeof self);
console.log(
  Object.keys(globalThis).includes("setTimeout"),
  "URL" in globalThis,
  typeof globalThis.AbortController,
);
global.clearTimeout(global.setTimeout(() => {}, 1));
globalThis.mine = 5;
console.log(mine, delete globalThis.mine, typeof mine);
