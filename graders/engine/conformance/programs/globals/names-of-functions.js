// What each global function and class is called.
const names = [
  ...["structuredClone", "atob", "btoa", "queueMicrotask", "fetch", "setTimeout", "setInterval", "setImmediate"],
  ...["clearTimeout", "clearInterval", "clearImmediate", "URL", "URLSearchParams", "TextEncoder", "TextDecoder"],
  ...["AbortController", "AbortSignal", "Event", "EventTarget", "DOMException", "MessageChannel"],
];
console.log(names.filter((name) => globalThis[name].name !== name).join() || "all as they are named");
console.log(structuredClone.length);
