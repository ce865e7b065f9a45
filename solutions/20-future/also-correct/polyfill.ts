// As the polyfills of old wrote it: a constructor function, handlers in a list, and functions that pass `self` on.

type State = "pending" | "fulfilled" | "rejected";

interface Handler {
  onFulfilled: unknown;
  onRejected: unknown;
  promise: any;
}

// biome-ignore lint/suspicious/noShadowRestrictedNames: it is one's own.
function Promise(this: any) {
  this.state = "pending" as State;
  this._decided = false;
  this._value = undefined;
  this._deferreds = [];
}

Promise.prototype.resolve = function (value: unknown) {
  if (this._decided) return;
  this._decided = true;
  resolve(this, value);
};

Promise.prototype.reject = function (reason: unknown) {
  if (this._decided) return;
  this._decided = true;
  finale(this, "rejected", reason);
};

// biome-ignore lint/suspicious/noThenProperty: being awaited is what it is for.
Promise.prototype.then = function (onFulfilled: unknown, onRejected: unknown) {
  const promise = new (Promise as any)();
  handle(this, { onFulfilled: onFulfilled, onRejected: onRejected, promise: promise });
  return promise;
};

function handle(self: any, deferred: Handler) {
  if (self.state === "pending") {
    self._deferreds.push(deferred);
    return;
  }
  queueMicrotask(() => {
    const cb = self.state === "fulfilled" ? deferred.onFulfilled : deferred.onRejected;
    if (typeof cb !== "function") {
      if (self.state === "fulfilled") deferred.promise.resolve(self._value);
      else deferred.promise.reject(self._value);
      return;
    }
    let ret: unknown;
    try {
      ret = cb(self._value);
    } catch (e) {
      deferred.promise.reject(e);
      return;
    }
    deferred.promise.resolve(ret);
  });
}

function resolve(self: any, newValue: any) {
  try {
    if (newValue === self) throw new TypeError("A promise cannot be resolved with itself.");
    if (newValue && (typeof newValue === "object" || typeof newValue === "function")) {
      const then = newValue.then;
      if (typeof then === "function") {
        doResolve((a, b) => then.call(newValue, a, b), self);
        return;
      }
    }
    finale(self, "fulfilled", newValue);
  } catch (e) {
    finale(self, "rejected", e);
  }
}

function doResolve(
  fn: (resolve: (value: unknown) => void, reject: (reason: unknown) => void) => void,
  self: any,
) {
  let done = false;
  try {
    fn(
      (value) => {
        if (done) return;
        done = true;
        resolve(self, value);
      },
      (reason) => {
        if (done) return;
        done = true;
        finale(self, "rejected", reason);
      },
    );
  } catch (ex) {
    if (done) return;
    done = true;
    finale(self, "rejected", ex);
  }
}

function finale(self: any, state: State, value: unknown) {
  self.state = state;
  self._value = value;
  for (let i = 0, len = self._deferreds.length; i < len; i++) handle(self, self._deferreds[i]);
  self._deferreds = null;
}

export const Future = Promise as any;
