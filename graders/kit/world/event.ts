// Event and CustomEvent, after https://dom.spec.whatwg.org/#interface-event.
import { invalidArgument, missingArgument } from "./errors.ts";
import { finishClass } from "./overrides.ts";
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

  constructor(...given: [type?: unknown, init?: unknown]) {
    if (given.length === 0) throw missingArgument("type");
    this.#state = newState(given[0], given[1], run().uptime);
  }

  get type(): string {
    return this.#state.type;
  }
  get target(): object | null {
    return this.#state.target;
  }
  get srcElement(): object | null {
    return this.#state.target;
  }
  get currentTarget(): object | null {
    return this.#state.dispatching ? this.#state.target : null;
  }
  get eventPhase(): number {
    return this.#state.dispatching ? 2 : 0;
  }
  get bubbles(): boolean {
    return this.#state.bubbles;
  }
  get cancelable(): boolean {
    return this.#state.cancelable;
  }
  get composed(): boolean {
    return this.#state.composed;
  }
  get defaultPrevented(): boolean {
    return this.#state.prevented;
  }
  get isTrusted(): boolean {
    return this.#state.trusted;
  }
  get timeStamp(): number {
    return this.#state.timeStamp;
  }
  get returnValue(): boolean {
    return !this.#state.prevented;
  }
  set returnValue(value: unknown) {
    if (!value) this.preventDefault();
  }
  get cancelBubble(): boolean {
    return this.#state.stopped;
  }
  set cancelBubble(value: unknown) {
    if (value) this.#state.stopped = true;
  }

  composedPath(): object[] {
    const { dispatching, target } = this.#state;
    return dispatching && target ? [target] : [];
  }

  preventDefault(): void {
    if (this.#state.cancelable && !this.#state.inPassive) this.#state.prevented = true;
  }

  stopPropagation(): void {
    this.#state.stopped = true;
  }

  stopImmediatePropagation(): void {
    this.#state.stopped = true;
    this.#state.stoppedAtOnce = true;
  }

  initEvent(type: unknown, bubbles: unknown = false, cancelable: unknown = false): void {
    if (this.#state.dispatching) return;
    Object.assign(this.#state, newState(type, { bubbles, cancelable }, this.#state.timeStamp));
  }
}

export class CustomEvent extends Event {
  #detail: unknown;

  constructor(...given: [type?: unknown, init?: unknown]) {
    super(...given);
    this.#detail = (given[1] as { detail?: unknown } | null | undefined)?.detail ?? null;
  }

  get detail(): unknown {
    return this.#detail;
  }
}

for (const [value, name] of ["NONE", "CAPTURING_PHASE", "AT_TARGET", "BUBBLING_PHASE"].entries()) {
  Object.defineProperty(Event, name, { value, enumerable: true });
  Object.defineProperty(Event.prototype, name, { value, enumerable: true });
}
finishClass("Event", Event);
finishClass("CustomEvent", CustomEvent);

function newState(type: unknown, init: unknown, timeStamp: number): EventState {
  if (init !== undefined && init !== null && typeof init !== "object") {
    throw invalidArgument("options", "of type object", init);
  }
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
