const signal = AbortSignal.any([
  new AbortController().signal,
  AbortSignal.abort("a"),
  AbortSignal.abort("b"),
]);
console.log(signal.aborted, signal.reason, AbortSignal.any([signal]).reason);
