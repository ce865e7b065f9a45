// A bounded queue, call by call as they came: who gets what, who waits, who is sent away. Serves 28.

export interface QueueEvent {
  /** Virtual ms. */
  at: number;
  does: "put" | "get" | "close";
  who: string;
}

/** When a call settled, in virtual ms; `item`: who had put it. */
export interface Served {
  at: number;
  how: "fulfilled" | "rejected";
  item?: string;
}

/** From which event on (its index) the queue is closed: for those who put, and for those who get. */
export interface Closing {
  puts: number;
  gets: number;
}

/** What becomes of each call; of those that wait still, nothing. First come first served, for both sides. */
export function queueServed(
  events: readonly QueueEvent[],
  capacity: number,
  closing: Closing,
): Map<string, Served> {
  const served = new Map<string, Served>();
  const [items, puts, gets] = [[] as string[], [] as string[], [] as string[]];
  for (const [index, { at, does, who }] of events.entries()) {
    const sendAway = (waiting: string[]) => {
      for (const each of waiting.splice(0)) served.set(each, { at, how: "rejected" });
    };
    const move = () => {
      for (;;) {
        if (items.length < capacity && puts.length > 0) {
          const own = puts.shift()!;
          items.push(own);
          served.set(own, { at, how: "fulfilled" });
        } else if (items.length > 0 && gets.length > 0)
          served.set(gets.shift()!, { at, how: "fulfilled", item: items.shift()! });
        else return;
      }
    };
    if (index >= closing.gets) sendAway(gets);
    if (does === "put") puts.push(who);
    if (does === "get") gets.push(who);
    if (index >= closing.puts) sendAway(puts);
    move();
    if (index >= closing.gets) sendAway(gets);
  }
  return served;
}

/** All that may count as the order: what came in the ms of `close` and before it may count as after it. */
export function closings(events: readonly QueueEvent[]): Closing[] {
  const closed = events.findIndex(({ does }) => does === "close");
  if (closed < 0) return [{ puts: Infinity, gets: Infinity }];
  const near = [...events.keys()].filter(
    (index) => index <= closed && events[index]!.at === events[closed]!.at,
  );
  return near.flatMap((puts) => near.map((gets) => ({ puts, gets }))).reverse();
}
