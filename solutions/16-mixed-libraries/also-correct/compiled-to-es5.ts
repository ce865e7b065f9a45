// As TypeScript compiles `async` to ES5, with tslib's helpers in short.

type ToThread = <T>(job: () => T) => Promise<T>;

function __awaiter(body: () => any): Promise<any> {
  return new Promise((resolve, reject) => {
    function step(result: any) {
      if (result.done) resolve(result.value);
      else
        new Promise((settle) => {
          settle(result.value);
        }).then(fulfilled, rejected);
    }
    function fulfilled(value: unknown) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value: unknown) {
      try {
        step(generator.throw(value));
      } catch (e) {
        reject(e);
      }
    }
    var generator = body();
    fulfilled(undefined);
  });
}

function __generator(body: (state: any) => any) {
  var state = { label: 0, sent: () => sent() };
  var sent: () => any = () => undefined;
  var step = (receive: () => any) => {
    sent = receive;
    var [op, value] = body(state);
    return { done: op === 2, value };
  };
  return {
    next: (value: unknown) => step(() => value),
    throw: (error: unknown) =>
      step(() => {
        throw error;
      }),
  };
}

export function asyncify(fn: any, toThread: ToThread): any {
  return (...args: any[]) =>
    __awaiter(() =>
      __generator((_a) => {
        switch (_a.label++) {
          case 0:
            return [4, toThread(() => fn.apply(void 0, args))];
          default:
            return [2, _a.sent()];
        }
      }),
    );
}

export function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  return __awaiter(() => {
    var get: any;
    return __generator((_a) => {
      switch (_a.label++) {
        case 0:
          get = asyncify(requestsGet, toThread);
          return [4, Promise.all(urls.map((url) => get(url)))];
        default:
          return [2, _a.sent()];
      }
    });
  });
}
