// A constructor function, and callbacks with an error first, as fastq and async have them; promises are put around them.

function queueClosedError() {
  var error = new Error("closed");
  error.name = "QueueClosedError";
  return error;
}

function noop() {}

export const BoundedQueue: any = function (this: any, capacity: number) {
  if (typeof capacity !== "number" || !(capacity > 0) || capacity % 1 !== 0) throw RangeError("capacity");
  var items: any[] = [];
  var drained: any[] = [];
  var waiting: any[] = [];
  var closed = false;

  function push(item: any, done: (error: Error | null) => void) {
    if (closed) done(queueClosedError());
    else if (waiting.length) {
      waiting.shift()(null, item);
      done(null);
    } else if (items.length < capacity) {
      items.push({ item: item });
      done(null);
    } else drained.push({ item: item, done: done });
  }

  function pull(done: (error: Error | null, item?: any) => void) {
    if (!items.length) {
      if (closed) done(queueClosedError());
      else waiting.push(done);
      return;
    }
    var first = items.shift();
    var next = drained.shift();
    if (next) {
      items.push({ item: next.item });
      next.done(null);
    }
    done(null, first.item);
  }

  function promised(call: (done: (error: Error | null, item?: any) => void) => void) {
    return new Promise((resolve, reject) => {
      call((error, item) => {
        if (error) reject(error);
        else resolve(item);
      });
    });
  }

  Object.defineProperty(this, "size", { get: () => items.length });
  this.put = (item: any) => promised((done) => push(item, done));
  this.get = () => promised(pull);
  this.close = () => {
    var all = waiting.concat(drained.map((each) => each.done));
    closed = true;
    waiting = [];
    drained = [];
    all.forEach((done) => {
      done(queueClosedError());
    });
  };
  this[Symbol.asyncIterator] = () => ({
    next: () =>
      promised(pull).then(
        (value) => ({ value: value, done: false }),
        () => ({ value: undefined, done: true }),
      ),
    return: () => Promise.resolve({ value: noop(), done: true }),
  });
};
