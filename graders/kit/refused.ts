// A call that must be refused: it rejects at once, with an error that says why. Serves 14 and 17.

import { isNode, type Plain } from "../trace/plain.ts";
import { notesOf, outcomeOf, type Trace } from "../trace/trace.ts";
import type { World } from "../world/world.ts";
import { rejected } from "./expectations.ts";
import type { Finding } from "./grader.ts";
import { partsOf } from "./mistakes/values.ts";

interface Refusal {
  /** The error's `name`; any object that has it will do. */
  name: string;
  /** What its `message` has in it. */
  message?: RegExp;
  /** How many virtual ms it may take; 0 if not given. */
  within?: number;
  /** The misconception of one that was not refused. */
  accepted?: string;
}
const told = (label: string) => `${label} told`;

/** Watches `act`, and asks what it rejects with for its name and its message as a caller would: getters answer, too. */
export async function watchRefusal(world: World, label: string, act: () => unknown): Promise<void> {
  const { value } = await world.watch(label, act);
  try {
    const { name, message } = value as Error;
    world.note(told(label), [name, message]);
  } catch {
    // Nothing was told.
  }
}

/** The outcome with this label is such a refusal. */
export function refused(trace: Trace, label: string, refusal: Refusal): Finding {
  const { name, message, within = 0, accepted } = refusal;
  const { start, state, value = null } = outcomeOf(trace, label);
  const at = Array.from({ length: within + 1 }, (_, ms) => start.at + ms);
  const [note] = notesOf(trace, told(label));
  const [got, text] = note ? partsOf(note.value) : [partOf(value, "name"), partOf(value, "message")];
  if (state === "rejected" && got === name && (message?.test(String(text)) ?? true))
    return rejected(trace, { label, at, otherwise: "late-rejection" });
  const shown: Partial<Record<typeof state, string>> = {
    threw: "sync-throw-escapes",
    rejected: "generic-error",
    returned: "missing-return",
  };
  const shape = { name, ...(message && { message }) };
  return rejected(trace, { label, at, shape, otherwise: shown[state] ?? accepted });
}

function partOf(value: Plain, key: "name" | "message"): Plain | undefined {
  if (!isNode(value)) return undefined;
  if (value.t === "error") return value[key];
  return value.t === "object" ? value.props.find(([name]) => name === key)?.[1] : undefined;
}
