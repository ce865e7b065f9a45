const signal = AbortSignal.abort(new RangeError("mine"));
try {
  signal.throwIfAborted();
} catch (error) {
  console.log(error.name, error === signal.reason);
}
console.log(new AbortController().signal.throwIfAborted());
