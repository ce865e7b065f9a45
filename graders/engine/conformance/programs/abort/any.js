const [first, second] = [new AbortController(), new AbortController()];
const any = AbortSignal.any([first.signal, second.signal, AbortSignal.timeout(1000)]);
any.addEventListener("abort", () => console.log("any", any.reason));
first.signal.addEventListener("abort", () => console.log("first", any.aborted));
first.abort("one");
second.abort("two");
console.log(any.reason, AbortSignal.any([]).aborted);
