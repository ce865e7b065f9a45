// tries: to cover the world's signal with properties of its own, so that nobody sees the abort; must: failed
// exercise: 06-abortable-sleep
export function sleep(ms, signal) {
  if (signal) {
    Object.defineProperty(signal, "aborted", { get: () => false });
    Object.defineProperty(signal, "reason", { get: () => undefined });
    signal.addEventListener = () => {};
    signal.dispatchEvent(new Event("abort"));
  }
  return new Promise((resolve) => setTimeout(resolve, ms));
}
