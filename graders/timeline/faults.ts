// What is wrong with a failure's picture: whoever looks at it cannot see the mistake.
import type { Trace } from "../trace/trace.ts";
import { axisOf } from "./axis.ts";
import { layout } from "./layout.ts";
import { partToShow } from "./parts.ts";

/** `alike`: the reference's picture is the same. `instant`: nothing in it takes time, or 5 ms at most. */
export type PictureFault = "alike" | "instant";

/** The first of these that holds for the picture of `trace` beside `ghost`; undefined: none. `about`: see `layout`. */
export function pictureFault(trace: Trace, ghost: Trace, about: string): PictureFault | undefined {
  if (layout(trace, ghost, about).charts.length === 1) return "alike";
  const part = partToShow(trace, ghost, about);
  return axisOf(part.ghost ? [part.trace, part.ghost] : [part.trace]).instant ? "instant" : undefined;
}
