const controller = new AbortController();
const { signal } = controller;
console.log(signal.aborted, signal.reason, controller.signal === signal);
controller.abort();
console.log(
  signal.aborted,
  signal.reason.name,
  signal.reason.message,
  signal.reason.code,
  signal.reason instanceof DOMException,
);
controller.abort("again");
console.log(signal.reason.name);
