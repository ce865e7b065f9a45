// tries: to have its leftover timers not counted, by unref; must: failed
// exercise: 06-abortable-sleep
export function sleep(ms, signal) {
  setInterval(() => {}, 1000).unref();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => { clearTimeout(timer); reject(signal.reason); }, { once: true });
  });
}
