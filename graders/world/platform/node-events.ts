// node:events: the module is EventEmitter itself, with the module's functions on it.
import { captureRejectionSymbol, EventEmitter, errorMonitor, finishEmitter, init } from "./emitter.ts";
import { EventEmitterAsyncResource } from "./emitter-async-resource.ts";
import { checkBoolean, checkNumberFrom } from "./errors.ts";
import { eventFunctions } from "./node-events-functions.ts";
import { currentRun, run } from "./run.ts";

const { setMaxListeners, ...functions } = eventFunctions;

const statics = {
  ...functions,
  EventEmitter,
  usingDomains: false,
  captureRejectionSymbol,
  get captureRejections() {
    return currentRun()?.captureRejections ?? false;
  },
  set captureRejections(value: unknown) {
    checkBoolean(value, "EventEmitter.captureRejections");
    run().captureRejections = value;
  },
  EventEmitterAsyncResource,
  errorMonitor,
  get defaultMaxListeners() {
    return currentRun()?.maxListeners ?? 10;
  },
  set defaultMaxListeners(limit: unknown) {
    checkNumberFrom(limit, "defaultMaxListeners", 0);
    run().maxListeners = limit;
  },
  setMaxListeners,
  init,
};
Object.defineProperties(EventEmitter, Object.getOwnPropertyDescriptors(statics));
finishEmitter();

/** The module: the class, with everything that the module exports on it. */
export const nodeEvents: object = EventEmitter;
