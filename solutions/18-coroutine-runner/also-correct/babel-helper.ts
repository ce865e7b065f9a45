// Babel's asyncToGenerator, which is the whole task.

type Settle = (value: any) => void;

function asyncGeneratorStep(
  gen: any,
  resolve: Settle,
  reject: Settle,
  _next: Settle,
  _throw: Settle,
  key: "next" | "throw",
  arg: unknown,
): void {
  let info: any;
  let value: unknown;
  try {
    info = gen[key](arg);
    value = info.value;
  } catch (error) {
    reject(error);
    return;
  }
  if (info.done) resolve(value);
  else Promise.resolve(value).then(_next, _throw);
}

function asyncToGenerator(fn: (...args: any[]) => any) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<any>((resolve, reject) => {
      const gen = fn.apply(this, args);
      const _next = (value: unknown) =>
        asyncGeneratorStep(gen, resolve, reject, _next, _throw, "next", value);
      const _throw = (error: unknown) =>
        asyncGeneratorStep(gen, resolve, reject, _next, _throw, "throw", error);
      _next(undefined);
    });
  };
}

export function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  return asyncToGenerator(body)();
}
