// P3: Whatever has a then can be awaited: await calls it, and goes on when that calls back, here at 300 ms.
class Future {
  then(resolve: (value: string) => void): void {
    console.log("somebody awaits");
    setTimeout(() => resolve("a value"), 300);
  }
}

const future = new Future();
console.log("nobody awaits yet");
console.log(await future);
//    0 ms  nobody awaits yet
//    0 ms  somebody awaits
//  300 ms  a value
// ended at 300 ms
