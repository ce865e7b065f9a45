// The modules that a submission may import, all of them virtual, with what each exports.

export const VIRTUAL_MODULES: Record<string, string[]> = {
  "node:timers": [
    "setTimeout",
    "clearTimeout",
    "setInterval",
    "clearInterval",
    "setImmediate",
    "clearImmediate",
    "promises",
  ],
  "node:timers/promises": ["setTimeout", "setInterval", "setImmediate", "scheduler"],
  "node:events": [
    "EventEmitter",
    "once",
    "on",
    "getEventListeners",
    "addAbortListener",
    "errorMonitor",
    "captureRejectionSymbol",
    "setMaxListeners",
    "listenerCount",
    "defaultMaxListeners",
  ],
  "node:async_hooks": ["AsyncLocalStorage", "AsyncResource"],
};
