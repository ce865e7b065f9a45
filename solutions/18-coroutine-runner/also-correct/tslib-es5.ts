// What TypeScript's compiler makes of an async function for ES5, with its two helpers, by hand in types only.
/* biome-ignore-all lint: it is a compiler's output. */

var __awaiter = function (thisArg: any, _arguments: any, P: any, generator: any): any {
  function adopt(value: any) {
    return value instanceof P
      ? value
      : new P(function (resolve: any) {
          resolve(value);
        });
  }
  return new (P || (P = Promise))(function (resolve: any, reject: any) {
    function fulfilled(value?: any) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value: any) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result: any) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var __generator = function (thisArg: any, body: any): any {
  var _: any = {
      label: 0,
      sent: function () {
        if (t[0] & 1) throw t[1];
        return t[1];
      },
      trys: [],
      ops: [],
    },
    f: any,
    y: any,
    t: any,
    g: any;
  return (
    (g = { next: verb(0), throw: verb(1), return: verb(2) }),
    (g[Symbol.iterator] = function () {
      return g;
    }),
    g
  );
  function verb(n: any) {
    return function (v: any) {
      return step([n, v]);
    };
  }
  function step(op: any) {
    if (f) throw new TypeError("Generator is already executing.");
    while ((g && ((g = 0), op[0] && (_ = 0)), _))
      try {
        if (
          ((f = 1),
          y &&
            (t =
              op[0] & 2 ? y["return"] : op[0] ? y["throw"] || ((t = y["return"]) && t.call(y), 0) : y.next) &&
            !(t = t.call(y, op[1])).done)
        )
          return t;
        if (((y = 0), t)) op = [op[0] & 2, t.value];
        switch (op[0]) {
          case 0:
          case 1:
            t = op;
            break;
          case 4:
            _.label++;
            return { value: op[1], done: false };
          case 5:
            _.label++;
            y = op[1];
            op = [0];
            continue;
          case 7:
            op = _.ops.pop();
            _.trys.pop();
            continue;
          default:
            if (!((t = _.trys), (t = t.length > 0 && t[t.length - 1])) && (op[0] === 6 || op[0] === 2)) {
              _ = 0;
              continue;
            }
            if (op[0] === 3 && (!t || (op[1] > t[0] && op[1] < t[3]))) {
              _.label = op[1];
              break;
            }
            if (op[0] === 6 && _.label < t[1]) {
              _.label = t[1];
              t = op;
              break;
            }
            if (t && _.label < t[2]) {
              _.label = t[2];
              _.ops.push(op);
              break;
            }
            if (t[2]) _.ops.pop();
            _.trys.pop();
            continue;
        }
        op = body.call(thisArg, _);
      } catch (e) {
        op = [6, e];
        y = 0;
      } finally {
        f = t = 0;
      }
    if (op[0] & 5) throw op[1];
    return { value: op[0] ? op[1] : void 0, done: true };
  }
};
export function runCoroutine<R>(this: any, body: () => Generator<unknown, R, any>): Promise<R> {
  return __awaiter(this, void 0, void 0, function () {
    var generator: any, step: any, value: any, error_1: any;
    return __generator(null, function (_a: any) {
      switch (_a.label) {
        // @ts-expect-error: it falls through.
        case 0:
          generator = body();
          step = generator.next();
          _a.label = 1;
        // @ts-expect-error: it falls through.
        case 1:
          if (!!step.done) return [3 /*break*/, 6];
          _a.label = 2;
        case 2:
          _a.trys.push([2, 4, , 5]);
          return [4 /*yield*/, step.value];
        case 3:
          value = _a.sent();
          step = generator.next(value);
          return [3 /*break*/, 5];
        case 4:
          error_1 = _a.sent();
          step = generator.throw(error_1);
          return [3 /*break*/, 5];
        case 5:
          return [3 /*break*/, 1];
        case 6:
          return [2 /*return*/, step.value];
      }
    });
  });
}
