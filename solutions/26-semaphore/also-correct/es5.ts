// A constructor function and closures. Who is aborted is filtered out of the queue by an identity of its own.

interface Self {
  places: number;
  queue: { id: object; call: (release: () => void) => void }[];
}

function hand(self: Self): () => void {
  var back = false;
  return () => {
    if (back) return;
    back = true;
    var next = self.queue.shift();
    if (next === undefined) self.places = self.places + 1;
    else next.call(hand(self));
  };
}

export const Semaphore: any = function (this: any, capacity: number) {
  if (Math.floor(capacity) !== capacity || capacity <= 0 || !Number.isFinite(capacity))
    throw RangeError("capacity");
  var self: Self = { places: capacity, queue: [] };
  Object.defineProperty(this, "available", { get: () => self.places });
  Object.defineProperty(this, "waiting", { get: () => self.queue.length });
  this.acquire = (signal?: AbortSignal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) throw signal.reason;
      if (self.places > 0) {
        self.places = self.places - 1;
        resolve(hand(self));
        return;
      }
      var id = {};
      function onAbort() {
        self.queue = self.queue.filter((each) => each.id !== id);
        if (signal) signal.removeEventListener("abort", onAbort);
        reject(signal!.reason);
      }
      self.queue.push({
        id: id,
        call: (release) => {
          if (signal) signal.removeEventListener("abort", onAbort);
          resolve(release);
        },
      });
      if (signal) signal.addEventListener("abort", onAbort);
    });
  this.run = function (task: () => Promise<unknown>, signal?: AbortSignal) {
    return this.acquire(signal).then((release: () => void) =>
      Promise.resolve()
        .then(task)
        .then(
          (value) => {
            release();
            return value;
          },
          (error) => {
            release();
            throw error;
          },
        ),
    );
  };
};
