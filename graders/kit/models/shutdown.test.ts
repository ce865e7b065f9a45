import { expect, test } from "vitest";
import { call, outcome, traceOf } from "../../timeline/fixture.ts";
import type { Plain } from "../../trace/plain.ts";
import { toldWhenOver } from "./shutdown.ts";

const error = (name: string): Plain => ({ t: "error", name, message: "closed", props: [] });

test("who asks for the end is told when the last has ended, and not before", () => {
  const named = (...ends: Parameters<typeof outcome>) => {
    const calls = [call("work", [1], 0, 300), call("work", [2], 0, 500), call("other", [], 0, 900)];
    const [state, at, value] = ends;
    const [finding] = toldWhenOver(traceOf(calls, outcome(state, at, value, "stop 1")), "stop", 1, "work");
    return finding && (finding.misconception ?? "?");
  };
  expect(named("fulfilled", 500)).toBeUndefined();
  expect(named("fulfilled", 300)).toBe("leaves-before-tasks-end");
  expect(named("fulfilled", 501)).toBe("?");
  expect(named("pending")).toBe("shutdown-hangs");
  expect(named("rejected", 500, error("Error"))).toBe("shutdown-rejects");
  // No work has failed, and it was asked before: the asking again is refused.
  const again = (how: "fulfilled" | "rejected") => {
    const asked = [
      outcome("fulfilled", 300, 0, "stop 1"),
      outcome("rejected", 300, error("Error"), "stop 2"),
    ];
    return toldWhenOver(traceOf([{ ...call("work", [1], 0, 300), how }], asked), "stop", 2, "work")[1];
  };
  expect(again("fulfilled")).toMatchObject({ misconception: "second-close-throws" });
  expect(again("rejected")).toMatchObject({ misconception: "shutdown-rejects" });
  const none = toldWhenOver(traceOf([], outcome("fulfilled", 0, 0, "stop 1")), "stop", 2, "work");
  expect(none.map((finding) => finding?.message)).toEqual([
    undefined,
    "stop 2 never settled; expected it to resolve.",
  ]);
});
