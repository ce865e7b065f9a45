// `crypto`: random values from the run's seed, so that the same seed gives the same trace.
import { DOMException } from "./dom-exception.ts";
import { run } from "./run.ts";

const QUOTA = 65_536;
const TypedArray = Object.getPrototypeOf(Uint8Array);
const getter = (name: PropertyKey) => Object.getOwnPropertyDescriptor(TypedArray.prototype, name)!.get!;
const [tagOf, bufferOf, offsetOf, lengthOf] = [
  getter(Symbol.toStringTag),
  getter("buffer"),
  getter("byteOffset"),
  getter("byteLength"),
];

function fill(bytes: Uint8Array): void {
  const { random } = run().host;
  for (let index = 0; index < bytes.length; index++) bytes[index] = Math.floor(random() * 256);
}

export const studentCrypto = {
  getRandomValues<T>(array: T): T {
    // A subclass may have accessors of its own: only what the language itself knows of the array is asked.
    const kind: unknown = Reflect.apply(tagOf, array, []);
    if (typeof kind !== "string" || kind.includes("Float")) {
      throw new DOMException("The data argument must be an integer-type TypedArray", "TypeMismatchError");
    }
    const [buffer, offset, length] = [bufferOf, offsetOf, lengthOf].map((get) =>
      Reflect.apply(get, array, []),
    );
    if (length > QUOTA) {
      throw new DOMException(`The requested length exceeds ${QUOTA} bytes`, "QuotaExceededError");
    }
    fill(new Uint8Array(buffer, offset, length));
    return array;
  },

  /** A version 4 UUID (RFC 9562). */
  randomUUID(): string {
    const bytes = new Uint8Array(16);
    fill(bytes);
    bytes[6] = (bytes[6]! & 0x0f) | 0x40;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  },
};
