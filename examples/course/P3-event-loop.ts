// P3: An event loop is a queue of coroutines: each runs until it yields how long it sleeps; then it is the next one's turn.
type Coroutine = Generator<number, void>;

function* worker(name: string, ms: number): Coroutine {
  console.log(name, "begins");
  yield ms;
  console.log(name, "has slept", ms);
}

function run(...coroutines: Coroutine[]): number {
  let now = 0;
  const queue = coroutines.map((coroutine) => ({ at: 0, coroutine }));
  while (queue.length > 0) {
    queue.sort((a, b) => a.at - b.at);
    const { at, coroutine } = queue.shift()!;
    now = at;
    const { done, value } = coroutine.next();
    if (!done) queue.push({ at: now + value, coroutine });
  }
  return now;
}

console.log("the loop's own clock says", run(worker("A", 1000), worker("B", 500)), "ms");
//    0 ms  A begins
//    0 ms  B begins
//    0 ms  B has slept 500
//    0 ms  A has slept 1000
//    0 ms  the loop's own clock says 1000 ms
// ended at 0 ms
