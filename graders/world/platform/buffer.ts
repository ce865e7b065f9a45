// Buffer: bytes as Node's own classes hold them; nothing of the host's is in it.
import { Buffer } from "buffer/index.js";
import { finishClass } from "./overrides.ts";

finishClass("Buffer", Buffer as unknown as { prototype: object }, { tag: false });

/** Not frozen yet. */
export const studentBuffer: object = Buffer;
