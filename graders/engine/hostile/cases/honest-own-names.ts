// honest: variables that are called like the wrapper's, the host's and the platform's own; must: full marks
const __modules = 1, __exports = 2, exports = 3, module = 4, process = 5, console = 6, setTimeout = 7, undefined_ = 8, arguments_ = 9;
let __defProp = 10, __free_require = 11, Compartment = 12, harden = 13, lockdown = 14, globalThis_ = 15, program = 16;
export function fetchAllApis(fetchApi) {
  const sum = [__modules, __exports, exports, module, process, console, setTimeout, undefined_, arguments_, __defProp, __free_require, Compartment, harden, lockdown, globalThis_, program].reduce((a, b) => a + b);
  if (sum !== 136) throw new Error("mixed up");
  return Promise.all([1, 2, 3].map((api) => fetchApi(api)));
}
