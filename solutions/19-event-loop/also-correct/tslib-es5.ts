// What TypeScript's compiler makes of the reference solution for ES5, with its helpers.
// @ts-nocheck
/* biome-ignore-all lint: it is a compiler's output. */

var __read = function (o, n) {
  var m = typeof Symbol === "function" && o[Symbol.iterator];
  if (!m) return o;
  var i = m.call(o),
    r,
    ar = [],
    e;
  try {
    while ((n === void 0 || n-- > 0) && !(r = i.next()).done) ar.push(r.value);
  } catch (error) {
    e = { error: error };
  } finally {
    try {
      if (r && !r.done && (m = i["return"])) m.call(i);
    } finally {
      if (e) throw e.error;
    }
  }
  return ar;
};
var __spreadArray = function (to, from, pack) {
  if (pack || arguments.length === 2)
    for (var i = 0, l = from.length, ar; i < l; i++) {
      if (ar || !(i in from)) {
        if (!ar) ar = Array.prototype.slice.call(from, 0, i);
        ar[i] = from[i];
      }
    }
  return to.concat(ar || Array.prototype.slice.call(from));
};
var __values = function (o) {
  var s = typeof Symbol === "function" && Symbol.iterator,
    m = s && o[s],
    i = 0;
  if (m) return m.call(o);
  if (o && typeof o.length === "number")
    return {
      next: function () {
        if (o && i >= o.length) o = void 0;
        return { value: o && o[i++], done: !o };
      },
    };
  throw new TypeError(s ? "Object is not iterable." : "Symbol.iterator is not defined.");
};
var Awaitable = /** @class */ (function () {
  function Awaitable(name) {
    this.name = name;
    this.done = false;
    this.result = undefined;
  }
  return Awaitable;
})();

export { Awaitable };

var EventLoop = /** @class */ (function () {
  function EventLoop(log) {
    this.ready = [];
    this.waiting = new Map();
    this.log = log;
  }
  EventLoop.prototype.createTask = function (coroutine) {
    var task = { done: false };
    this.ready.push({ task: task, coroutine: coroutine });
    return task;
  };
  EventLoop.prototype.run = function () {
    while (this.ready.length > 0 || this.waiting.size > 0) {
      for (var next = this.ready.shift(); next; next = this.ready.shift()) this.step(next);
      this.finishIO();
    }
  };
  EventLoop.prototype.step = function (_a) {
    var _b;
    var task = _a.task,
      coroutine = _a.coroutine,
      value = _a.value;
    try {
      var step = coroutine.next(value);
      if (!step.done) {
        var others = (_b = this.waiting.get(step.value)) !== null && _b !== void 0 ? _b : [];
        this.waiting.set(
          step.value,
          __spreadArray(
            __spreadArray([], __read(others), false),
            [{ task: task, coroutine: coroutine }],
            false,
          ),
        );
        return;
      }
      task.result = step.value;
    } catch (error) {
      task.error = error;
    }
    task.done = true;
  };
  EventLoop.prototype.finishIO = function () {
    var e_1, _a, e_2, _b;
    var all = this.waiting;
    this.waiting = new Map();
    try {
      for (var all_1 = __values(all), all_1_1 = all_1.next(); !all_1_1.done; all_1_1 = all_1.next()) {
        var _c = __read(all_1_1.value, 2),
          awaitable = _c[0],
          tasks = _c[1];
        this.log("I/O finished for ".concat(awaitable.name));
        awaitable.done = true;
        awaitable.result = "result of ".concat(awaitable.name);
        try {
          for (
            var tasks_1 = ((e_2 = void 0), __values(tasks)), tasks_1_1 = tasks_1.next();
            !tasks_1_1.done;
            tasks_1_1 = tasks_1.next()
          ) {
            var _d = tasks_1_1.value,
              task = _d.task,
              coroutine = _d.coroutine;
            this.ready.push({ task: task, coroutine: coroutine, value: awaitable.result });
          }
        } catch (e_2_1) {
          e_2 = { error: e_2_1 };
        } finally {
          try {
            if (tasks_1_1 && !tasks_1_1.done && (_b = tasks_1.return)) _b.call(tasks_1);
          } finally {
            if (e_2) throw e_2.error;
          }
        }
      }
    } catch (e_1_1) {
      e_1 = { error: e_1_1 };
    } finally {
      try {
        if (all_1_1 && !all_1_1.done && (_a = all_1.return)) _a.call(all_1);
      } finally {
        if (e_1) throw e_1.error;
      }
    }
  };
  return EventLoop;
})();

export { EventLoop };
