// As TypeScript compiles `async` to ES5, with tslib's helper in short, and a prototype.

function __awaiter(generator: Iterator<any, any, any>): Promise<any> {
  return new Promise((resolve, reject) => {
    function step(method: "next" | "throw", value: unknown) {
      try {
        const result = generator[method]!(value);
        if (result.done) resolve(result.value);
        else Promise.resolve(result.value).then(fulfilled, rejected);
      } catch (error) {
        reject(error);
      }
    }
    function fulfilled(value: unknown) {
      step("next", value);
    }
    function rejected(error: unknown) {
      step("throw", error);
    }
    fulfilled(undefined);
  });
}

function Runner(this: any) {
  this._state = "idle";
}
Object.defineProperty(Runner.prototype, "running", {
  get: function (this: any) {
    return this._state === "busy";
  },
});
Runner.prototype.run = function (this: any, main: () => Promise<any>) {
  const self = this;
  return __awaiter(
    (function* (): Generator<any, any, any> {
      if (self._state === "busy")
        throw makeError("RuntimeError", "cannot be called from a running event loop");
      self._state = "busy";
      try {
        return yield main();
      } finally {
        self._state = "idle";
      }
    })(),
  );
};

function makeError(name: string, message: string) {
  return Object.defineProperty(Error(message), "name", { value: name });
}

export function createRunner(): { run<T>(main: () => Promise<T>): Promise<T>; readonly running: boolean } {
  return new (Runner as any)();
}
