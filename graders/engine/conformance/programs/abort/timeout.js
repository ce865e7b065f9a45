const signal = AbortSignal.timeout(5);
signal.addEventListener("abort", () =>
  console.log(signal.reason.name, signal.reason.code, signal.reason.message),
);
console.log(signal.aborted);
setTimeout(() => {}, 30);
