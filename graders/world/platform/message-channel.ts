// MessageChannel: two ports whose messages are copies, each delivered in a turn of its own.
import { illegalConstructor, invalidThis, missingArgument, nodeError } from "./errors.ts";
import { Event } from "./event.ts";
import { defineHandler, EventTarget, fire } from "./event-target.ts";
import { finishClass, listProperties } from "./overrides.ts";
import { run } from "./run.ts";
import { clone, NEEDS_TRANSFER, refuseClones, transferOf } from "./structured-clone.ts";

const OURS = Symbol("ours");

interface MessageInit {
  data?: unknown;
  origin?: unknown;
  lastEventId?: unknown;
  source?: unknown;
  ports?: Iterable<unknown>;
}

class MessageEvent extends Event {
  #init: Required<Omit<MessageInit, "ports">> & { ports: readonly unknown[] };

  constructor(type: unknown, options: unknown = undefined) {
    // biome-ignore lint/complexity/noArguments: how many were given is what counts, and the length is visible.
    if (arguments.length === 0) throw missingArgument("type");
    super(type, options);
    const {
      data = null,
      origin = "",
      lastEventId = "",
      source = null,
      ports = [],
    } = (options ?? {}) as MessageInit;
    this.#init = { data, origin: `${origin}`, lastEventId: `${lastEventId}`, source, ports: [...ports] };
  }

  get data(): unknown {
    return this.#init.data;
  }
  get origin(): unknown {
    return this.#init.origin;
  }
  get lastEventId(): unknown {
    return this.#init.lastEventId;
  }
  get source(): unknown {
    return this.#init.source;
  }
  get ports(): unknown {
    return this.#init.ports;
  }
}

interface PortState {
  /** The other end's; undefined once the channel is closed. */
  other: PortState | undefined;
  port: object;
  queue: { data: unknown; ports: object[] }[];
  started: boolean;
  scheduled: boolean;
}

let stateOf: (value: unknown) => PortState;

class MessagePort extends EventTarget {
  #state: PortState = { other: undefined, port: this, queue: [], started: false, scheduled: false };

  static {
    stateOf = (value) => {
      if (typeof value === "object" && value !== null && #state in value) return value.#state;
      throw invalidThis("MessagePort");
    };
  }

  constructor(token: unknown = undefined) {
    if (token !== OURS) throw illegalConstructor();
    super();
  }

  override addEventListener(type: unknown, listener: unknown, options: unknown = undefined): void {
    super.addEventListener(type, listener, options);
    if (type === "message") this.start();
  }

  postMessage(message: unknown, options: unknown = undefined): void {
    const state = stateOf(this);
    // biome-ignore lint/complexity/noArguments: as above.
    if (arguments.length === 0)
      throw nodeError("ERR_MISSING_ARGS", 'The "message" argument must be specified');
    const list = Array.isArray(options) ? options : transferOf(options, "");
    const ports: object[] = [];
    const data = clone(message, list, (object) => {
      const moved = moveTo(object);
      ports.push(moved);
      return moved;
    });
    const { other } = state;
    if (!other) return;
    other.queue.push({ data, ports });
    schedule(other);
  }

  start(): void {
    const state = stateOf(this);
    state.started = true;
    schedule(state);
  }

  close(): void {
    const state = stateOf(this);
    const { other } = state;
    if (!other) return;
    state.other = undefined;
    other.other = undefined;
    for (const each of [state, other]) {
      run().host.clock.setTimer(() => fire(each.port, "close"), 0, "student");
    }
  }

  // On Node they say whether the port keeps the process alive, which nothing does here.
  ref(): void {
    stateOf(this);
  }
  unref(): void {
    stateOf(this);
  }
  hasRef(): boolean {
    return stateOf(this).started;
  }

  // Node's ports are emitters, too, whose listeners get the data alone.
  on(name: string, listener: (value: unknown) => unknown): this {
    return listenAsEmitter(this, name, listener, false);
  }
  once(name: string, listener: (value: unknown) => unknown): this {
    return listenAsEmitter(this, name, listener, true);
  }
  off(name: string, listener: (value: unknown) => unknown): this {
    this.removeEventListener(name, wrappers.get(listener) ?? listener);
    return this;
  }
}

const wrappers = new WeakMap<object, (event: unknown) => unknown>();

function listenAsEmitter(
  port: MessagePort,
  name: string,
  listener: (value: unknown) => unknown,
  once: boolean,
) {
  const wrapper =
    wrappers.get(listener) ??
    ((event: any) => Reflect.apply(listener, port, name === "message" ? [event.data] : []));
  wrappers.set(listener, wrapper);
  port.addEventListener(name, wrapper, { once });
  if (name === "message") port.start();
  return port as any;
}

function schedule(state: PortState): void {
  if (!state.started || state.scheduled || state.queue.length === 0) return;
  state.scheduled = true;
  run().host.clock.setTimer(() => deliver(state), 0, "student");
}

function deliver(state: PortState): void {
  state.scheduled = false;
  const message = state.queue.shift();
  if (!message) return;
  schedule(state);
  const { data, ports } = message;
  fire(state.port, "message", new MessageEvent("message", { data, ports, source: null }));
}

/** A port that goes with a message: what comes out at the other side is the same end of the channel. */
function moveTo(object: object): object {
  const state = stateOf(object);
  const port = new MessagePort(OURS);
  const fresh = stateOf(port);
  fresh.other = state.other;
  fresh.queue = state.queue;
  if (state.other) state.other.other = fresh;
  state.other = undefined;
  return port;
}

class MessageChannel {
  readonly port1 = new MessagePort(OURS);
  readonly port2 = new MessagePort(OURS);

  constructor() {
    stateOf(this.port1).other = stateOf(this.port2);
    stateOf(this.port2).other = stateOf(this.port1);
  }
}

defineHandler(MessagePort.prototype, "message", (port) => (port as MessagePort).start());
defineHandler(MessagePort.prototype, "messageerror");
defineHandler(MessagePort.prototype, "close");
listProperties(MessagePort.prototype, ["postMessage", "start", "close"]);
listProperties(MessageEvent.prototype, ["data", "origin", "lastEventId", "source", "ports"]);
refuseClones(MessagePort as never, NEEDS_TRANSFER);
export const messageClasses = { MessageChannel, MessagePort, MessageEvent };
for (const [name, made] of Object.entries(messageClasses)) {
  finishClass(name, made as unknown as { prototype: object }, { tag: name !== "MessageChannel" });
}
