const controller = new AbortController();
const { signal } = controller;
signal.addEventListener("abort", (event) => console.log("first", event.isTrusted, event.target === signal));
signal.onabort = function (event) {
  console.log("handler", this === signal, event.type);
};
signal.addEventListener("abort", () => console.log("last"));
controller.abort();
controller.abort();
