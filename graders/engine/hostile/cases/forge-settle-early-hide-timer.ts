// tries: to be looked at early, while nothing is left behind yet, and to settle again later; must: failed
// exercise: 06-abortable-sleep
export function sleep(ms, signal) {
  const promise = new Promise(() => {});
  promise.then = (resolve) => {
    resolve();
    setInterval(() => {}, 1000);
    setTimeout(resolve, ms);
  };
  promise.constructor = { [Symbol.species]: Promise };
  return promise;
}
