// `process`: what tells the time, and that this is Node; what acts on a real process says that there is none.
import { EventEmitter } from "./emitter.ts";
import { checkFunction, invalidArgument } from "./errors.ts";
import { notHere } from "./not-here.ts";
import { finishClass } from "./overrides.ts";
import { run } from "./run.ts";

const { version, versions, platform, arch, release } = globalThis.process;
const Emitter = EventEmitter as unknown as new () => object;

class process extends Emitter {}
Object.defineProperty(process.prototype, Symbol.toStringTag, { value: "process", configurable: true });
finishClass("process", process, { tag: false });

function hrtime(since?: [number, number]): [number, number] {
  const [seconds, nanoseconds] = since ?? [0, 0];
  const total = (run().uptime - seconds * 1000) * 1e6 - nanoseconds;
  return [Math.floor(total / 1e9), ((total % 1e9) + 1e9) % 1e9];
}
hrtime.bigint = () => BigInt(run().uptime) * 1_000_000n;

const LEAVE = "Return from your function, or throw an error";

/** Shared by all runs. */
const members = {
  nextTick(callback: unknown, ...args: unknown[]) {
    checkFunction(callback, "callback");
    run().nextTick(() => void callback(...args));
  },
  hrtime,
  uptime: () => run().uptime / 1000,
  cwd: () => "/exercise",
  emitWarning(warning: unknown, type?: unknown) {
    const name = typeof type === "object" && type !== null ? (type as { type?: unknown }).type : type;
    if (typeof warning !== "string" && !(warning instanceof Error)) {
      throw invalidArgument("warning", "of type string or an instance of Error", warning);
    }
    const error = warning instanceof Error ? warning : new Error(warning);
    if (error !== warning) error.name = typeof name === "string" ? name : "Warning";
    run().warn(error);
  },
  memoryUsage: () => ({ rss: 5e7, heapTotal: 2e7, heapUsed: 1e7, external: 1e6, arrayBuffers: 1e5 }),
  cpuUsage: () => ({ user: run().uptime * 1000, system: 0 }),
  exit: notHere("process.exit", "the checks go on after your function has ended", LEAVE),
  abort: notHere("process.abort", "the checks go on after your function has ended", LEAVE),
  kill: notHere(
    "process.kill",
    "there are no other processes",
    "Stop what you began with an AbortController",
  ),
  chdir: notHere("process.chdir", "there are no files", "Work with what your function is given"),
};

const CONSTANTS = {
  title: "node",
  version,
  versions: Object.freeze({ ...versions }),
  arch,
  platform,
  release: Object.freeze({ name: release.name, lts: release.lts }),
  execPath: "/usr/bin/node",
  pid: 1,
  ppid: 0,
};

/** What students reach by `process`, for whoever freezes it. */
export const processParts: readonly object[] = [process, members, CONSTANTS];

/** A run's own: it may be changed, and emits the run's events. */
export function makeProcess(): object {
  const made = Object.assign(new process(), CONSTANTS, members, {
    argv: [CONSTANTS.execPath, "/exercise/main.ts"],
    execArgv: [],
    exitCode: undefined,
    env: makeEnv(),
    stdout: makeStream(1, "log"),
    stderr: makeStream(2, "error"),
  });
  run().process = made as never;
  return made;
}

/** As the environment of a process it holds texts alone. */
function makeEnv(): object {
  const set = (target: object, name: PropertyKey, value: unknown) => Reflect.set(target, name, `${value}`);
  return new Proxy(
    {},
    {
      set,
      defineProperty: (target, name, given) => {
        const property = "value" in given ? { ...given, value: `${given.value}` } : given;
        return Reflect.defineProperty(target, name, property);
      },
    },
  );
}

/** Prints whole lines; what has no line end yet waits for it, or for the end of the run. */
function makeStream(fd: number, level: string): object {
  return Object.assign(new Emitter(), {
    fd,
    writable: true,
    write(text: unknown, ...rest: unknown[]): boolean {
      run().printPart(level, typeof text === "string" ? text : decoded(text));
      const callback = rest.find((each) => typeof each === "function") as (() => void) | undefined;
      if (callback) run().nextTick(() => callback());
      return true;
    },
    end: notHere(`process.std${fd === 1 ? "out" : "err"}.end`, "it stays open", "Simply stop writing"),
  });
}

const decoder = new TextDecoder();
function decoded(bytes: unknown): string {
  if (!ArrayBuffer.isView(bytes)) {
    throw new TypeError(
      'The "chunk" argument must be of type string or an instance of Buffer, TypedArray, or DataView.',
    );
  }
  return decoder.decode(bytes as Uint8Array);
}
