const controller = new AbortController();
const order = [];
const signals = [1, 2, 3].map(() => AbortSignal.any([controller.signal]));
signals.forEach((signal, index) => signal.addEventListener("abort", () => order.push(index)));
controller.signal.addEventListener("abort", () => order.push("source"));
controller.abort();
console.log(order.join(), AbortSignal.any(signals).aborted);
