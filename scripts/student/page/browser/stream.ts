// The overview, and again after each change. A browser gives an origin six connections for all its tabs, so one of them
// listens for all: whoever has the lock.

export interface Followed<Overview> {
  told(overview: Overview): void;
  /** Whether the server is there. */
  reached(is: boolean): void;
}

/** What the tab that listens tells the others, and `who is there` what a new one asks. */
type Said<Overview> = { overview: Overview } | { reached: boolean } | "who is there";

export function follow<Overview>({ told, reached }: Followed<Overview>): void {
  type Heard = Exclude<Said<Overview>, string>;
  const name = `async-dojo ${location.pathname}`;
  const others = new BroadcastChannel(name);
  let newest: Overview | undefined;
  const hear = (said: Heard) => ("overview" in said ? told(said.overview) : reached(said.reached));
  const tell = (said: Heard) => {
    hear(said);
    others.postMessage(said);
  };
  others.onmessage = ({ data: said }: MessageEvent<Said<Overview>>) => {
    if (said !== "who is there") hear(said);
    else if (newest) others.postMessage({ overview: newest });
  };
  others.postMessage("who is there");
  void navigator.locks.request(name, () => {
    const source = new EventSource("events");
    source.onopen = () => tell({ reached: true });
    // It tries again by itself.
    source.onerror = () => tell({ reached: false });
    source.onmessage = ({ data }) => tell({ overview: (newest = JSON.parse(data) as Overview) });
    // Going elsewhere ends it, which is no fault.
    addEventListener("pagehide", () => source.close());
    return new Promise<never>(() => {});
  });
}
