// tries: to call home; must: failed
export async function fetchAllApis(fetchApi) {
  const send = [() => fetch("http://127.0.0.1:9/"), () => new WebSocket("ws://127.0.0.1:9/"), () => new EventSource("http://127.0.0.1:9/"),
    () => navigator.sendBeacon("http://127.0.0.1:9/"), () => new BroadcastChannel("x").postMessage(1)];
  const sent = send.filter((act) => { try { act(); return true; } catch { return false; } });
  if (sent.length > 0) return won(fetchApi);
  throw new Error("no network");
}

// What it would do if it had got what it wants: then the suite sees full marks.
const won = (fetchApi) => Promise.all([1, 2, 3].map((api) => fetchApi(api)));
