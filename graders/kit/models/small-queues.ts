// All small lists of calls of a queue, for exploring. Serves 28.

import { close, get, loop, put, type QueueCall, type Queueing, queueing } from "./queue-calls.ts";
import { listsOf } from "./small-jobs.ts";

const KINDS = { put, get, loop, close };
type Kind = keyof typeof KINDS;
const RANK = Object.keys(KINDS) as Kind[];

/**
 * Every queue with so many calls, of which each comes with the one before or 100 ms later; what comes together is listed in one
 * order only. Whoever takes does so by gets, or in one loop. It is empty at first, or one waits already to put, or two to get.
 * Afterwards it is emptied, one get after the other.
 */
export function smallQueues(size: number): Queueing[] {
  const one = [0, 100].flatMap((after) => RANK.map((kind) => ({ kind, after })));
  const lists = listsOf(one, size).filter(([first]) => first?.after !== 0);
  const starts = (capacity: number) => [
    [],
    Array.from({ length: capacity + 1 }, () => put()),
    [get(), get()],
  ];
  return [1, 2].flatMap((capacity) =>
    starts(capacity).flatMap((start) =>
      lists
        .filter(inOrder)
        .map((list) => [...start, ...list.map(({ kind, after }) => KINDS[kind](after))])
        .filter(isTelling)
        .map((calls) => queueing(capacity, ...calls, ...ofKind(calls, "put").map(() => get(100)))),
    ),
  );
}

const inOrder = (list: readonly { kind: Kind; after: number }[]) =>
  list.every(
    ({ kind, after }, index) => after > 0 || RANK.indexOf(kind) >= RANK.indexOf(list[index - 1]!.kind),
  );

const ofKind = (calls: readonly QueueCall[], kind: Kind) => calls.filter(({ does }) => does === kind);

function isTelling(calls: readonly QueueCall[]): boolean {
  const count = (kind: Kind) => ofKind(calls, kind).length;
  const alone = count("loop") === 0 || (count("loop") === 1 && count("get") === 0);
  return count("put") > 0 && count("close") <= 1 && alone;
}
