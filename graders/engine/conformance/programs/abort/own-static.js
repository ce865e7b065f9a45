class Deadline extends AbortController {}
Deadline.after = (ms) => AbortSignal.timeout(ms);
console.log(Deadline.after(5).aborted);
const { timeout } = AbortSignal;
AbortSignal.timeout = () => AbortSignal.abort("at once");
console.log(AbortSignal.timeout(5).reason);
AbortSignal.timeout = timeout;
console.log(AbortSignal.timeout(5).aborted);
