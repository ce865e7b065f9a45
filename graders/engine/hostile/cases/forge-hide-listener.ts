// tries: to leave a listener behind and to hide it from the count; must: failed
// exercise: 06-abortable-sleep
export function sleep(ms, signal) {
  signal?.addEventListener("abort", { handleEvent() {} });
  if (signal) {
    for (const name of ["removeEventListener", "listeners", "listenerCount", "onabort"]) {
      Object.defineProperty(signal, name, { value: () => 0, configurable: true });
    }
    Object.setPrototypeOf(signal, null);
  }
  return new Promise((resolve) => setTimeout(resolve, ms));
}
