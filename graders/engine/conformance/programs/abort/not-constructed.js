try {
  new AbortSignal();
} catch (error) {
  console.log(String(error));
}
class Mine extends AbortController {
  stop = () => this.abort("stopped");
}
const mine = new Mine();
mine.stop();
console.log(mine.signal.reason);
