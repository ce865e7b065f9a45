// The streams of the web (https://streams.spec.whatwg.org), in plain JavaScript: nothing of the host's is in them.
import * as streams from "web-streams-polyfill";
import { deeper, inspectCustom } from "./inspect-custom.ts";
import { finishClass } from "./overrides.ts";
import { NEEDS_TRANSFER, refuseClones } from "./structured-clone.ts";

type Inspect = (value: unknown, options: object) => string;

/** What Node shows of each. */
const SHOWN: Record<string, (stream: any) => object> = {
  ReadableStream: (stream) => ({
    locked: stream.locked,
    state: stream._state,
    supportsBYOB: hasBytes(stream),
  }),
  WritableStream: (stream) => ({ locked: stream.locked, state: stream._state }),
  TransformStream: ({ readable, writable }) => ({ readable, writable, backpressure: true }),
};

function hasBytes(stream: any): boolean {
  return stream._readableStreamController instanceof streams.ReadableByteStreamController;
}

for (const [name, parts] of Object.entries(SHOWN)) {
  const { prototype } = (streams as any)[name];
  const method = function shown(this: object, depth: number, options: object, inspect: Inspect): unknown {
    return depth < 0 ? this : `${name} ${inspect(parts(this), deeper(options))}`;
  };
  Object.defineProperty(prototype, inspectCustom, { value: method, writable: true, configurable: true });
  refuseClones({ prototype }, NEEDS_TRANSFER);
}

/** By their global names; not frozen yet. */
export const streamClasses: Record<string, object> = { ...streams };
for (const [name, made] of Object.entries(streamClasses)) finishClass(name, made as { prototype: object });
