// P3: A generator runs in pieces: each next() goes on to the next yield, and hands a value in.
function* countdown(from: number): Generator<number, string, string | undefined> {
  for (let n = from; n > 0; n--) {
    const said = yield n;
    console.log("  it was told:", said);
  }
  return "lift-off";
}

const steps = countdown(2);
console.log(steps.next());
console.log("others can run between two pieces");
console.log(steps.next("go on"));
console.log(steps.next("and on"));
//    0 ms  { value: 2, done: false }
//    0 ms  others can run between two pieces
//    0 ms    it was told: go on
//    0 ms  { value: 1, done: false }
//    0 ms    it was told: and on
//    0 ms  { value: 'lift-off', done: true }
// ended at 0 ms
