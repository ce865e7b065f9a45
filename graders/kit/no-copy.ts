// That what the world made is handed on itself. For 02, 07 and 25.

import { equal, identical } from "../trace/plain.ts";
import { madeBy, type Trace } from "../trace/trace.ts";
import { that } from "./expectations.ts";
import type { Finding } from "./grader.ts";

/** No call got a copy of the object that the world made as `name`: an argument that is like it is that very object. */
export function noCopy(trace: Trace, name: string): Finding {
  const own = madeBy(trace, name);
  const call = trace.calls.find(({ args }) => args.some((arg) => equal(arg, own) && !identical(arg, own)));
  const message = `\`${call?.service}\` got a copy of what it was to be given; expected the very same object.`;
  return that(call === undefined, message, { otherwise: "copy-handed-on" });
}
