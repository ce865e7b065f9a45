// Event and CustomEvent, after https://dom.spec.whatwg.org/#interface-event.
import { checkObject, invalidThis, missingArgument } from "./errors.ts";
import { deeper, inspectCustom } from "./inspect-custom.ts";
import { finishClass, listProperties } from "./overrides.ts";
import { run } from "./run.ts";

/** What an event holds, out of the student's reach. */
export interface EventState {
  type: string;
  bubbles: boolean;
  cancelable: boolean;
  composed: boolean;
  timeStamp: number;
  target: object | null;
  dispatching: boolean;
  trusted: boolean;
  stopped: boolean;
  stoppedAtOnce: boolean;
  prevented: boolean;
  inPassive: boolean;
}

/** What an event holds; undefined for anything else. */
export let stateOf: (value: unknown) => EventState | undefined;

export class Event {
  #state: EventState;

  static {
    stateOf = (value) => {
      return typeof value === "object" && value !== null && #state in value ? value.#state : undefined;
    };
  }

  constructor(type: unknown, options: unknown = undefined) {
    // biome-ignore lint/complexity/noArguments: how many were given is what counts, and the length is visible.
    if (arguments.length === 0) throw missingArgument("type");
    this.#state = newState(type, options, run().elapsed);
  }

  get type(): string {
    return checked(this).type;
  }
  get target(): object | null {
    return checked(this).target;
  }
  get srcElement(): object | null {
    return checked(this).target;
  }
  get currentTarget(): object | null {
    const { dispatching, target } = checked(this);
    return dispatching ? target : null;
  }
  get eventPhase(): number {
    return checked(this).dispatching ? 2 : 0;
  }
  get bubbles(): boolean {
    return checked(this).bubbles;
  }
  get cancelable(): boolean {
    return checked(this).cancelable;
  }
  get composed(): boolean {
    return checked(this).composed;
  }
  get defaultPrevented(): boolean {
    return checked(this).prevented;
  }
  get isTrusted(): boolean {
    return stateOf(this)?.trusted ?? false;
  }
  get timeStamp(): number {
    return checked(this).timeStamp;
  }
  get returnValue(): boolean {
    return !checked(this).prevented;
  }
  set returnValue(value: unknown) {
    const state = checked(this);
    if (!value && state.cancelable && !state.inPassive) state.prevented = true;
  }
  get cancelBubble(): boolean {
    return checked(this).stopped;
  }
  set cancelBubble(value: unknown) {
    const state = checked(this);
    if (value) state.stopped = true;
  }

  composedPath(): object[] {
    const { dispatching, target } = checked(this);
    return dispatching && target ? [target] : [];
  }

  preventDefault(): void {
    const state = checked(this);
    if (state.cancelable && !state.inPassive) state.prevented = true;
  }

  stopPropagation(): void {
    checked(this).stopped = true;
  }

  stopImmediatePropagation(): void {
    const state = checked(this);
    state.stopped = true;
    state.stoppedAtOnce = true;
  }

  initEvent(type: unknown, bubbles: unknown = false, cancelable: unknown = false): void {
    const state = checked(this);
    // biome-ignore lint/complexity/noArguments: as above.
    if (arguments.length === 0) throw missingArgument("type");
    if (state.dispatching) return;
    Object.assign(state, { type: `${type}`, bubbles: Boolean(bubbles), cancelable: Boolean(cancelable) });
  }

  [inspectCustom](
    depth: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    const { type, prevented, cancelable, timeStamp } = checked(this);
    const name = (this as any).constructor.name;
    if (depth < 0) return name;
    return `${name} ${inspect({ type, defaultPrevented: prevented, cancelable, timeStamp }, deeper(options))}`;
  }
}

export class CustomEvent extends Event {
  #detail: unknown;

  constructor(type: unknown, options: unknown = {}) {
    // biome-ignore lint/complexity/noArguments: as above.
    if (arguments.length === 0) throw missingArgument("type");
    super(type, options);
    this.#detail = (options as { detail?: unknown } | null)?.detail ?? null;
  }

  get detail(): unknown {
    if (!(#detail in this)) throw invalidThis("CustomEvent");
    return this.#detail;
  }
}

for (const [value, name] of ["NONE", "CAPTURING_PHASE", "AT_TARGET", "BUBBLING_PHASE"].entries()) {
  Object.defineProperty(Event, name, { value, enumerable: true });
}
listProperties(
  Event.prototype,
  [
    "initEvent stopImmediatePropagation preventDefault target currentTarget srcElement type cancelable",
    "defaultPrevented timeStamp composedPath returnValue bubbles composed eventPhase cancelBubble",
    "stopPropagation isTrusted",
  ].flatMap((line) => line.split(" ")),
);
listProperties(CustomEvent.prototype, ["detail"]);
finishClass("Event", Event);
finishClass("CustomEvent", CustomEvent);

function checked(event: unknown): EventState {
  const state = stateOf(event);
  if (!state) throw invalidThis("Event");
  return state;
}

function newState(type: unknown, init: unknown, timeStamp: number): EventState {
  if (init !== undefined && init !== null) checkObject(init, "options");
  const { bubbles, cancelable, composed } = (init ?? {}) as Record<string, unknown>;
  return {
    type: `${type}`,
    bubbles: Boolean(bubbles),
    cancelable: Boolean(cancelable),
    composed: Boolean(composed),
    timeStamp,
    target: null,
    dispatching: false,
    trusted: false,
    stopped: false,
    stoppedAtOnce: false,
    prevented: false,
    inPassive: false,
  };
}
