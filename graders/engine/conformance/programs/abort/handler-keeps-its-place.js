const controller = new AbortController();
const { signal } = controller;
signal.onabort = () => console.log("old");
signal.addEventListener("abort", () => console.log("listener"));
signal.onabort = () => console.log("new");
controller.abort();
