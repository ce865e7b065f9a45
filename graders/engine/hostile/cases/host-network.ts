// tries: to call home; must: failed
export async function fetchAllApis() {
  const send = [() => fetch("http://127.0.0.1:9/"), () => new WebSocket("ws://127.0.0.1:9/"), () => new EventSource("http://127.0.0.1:9/"),
    () => navigator.sendBeacon("http://127.0.0.1:9/"), () => new BroadcastChannel("x").postMessage(1)];
  const sent = send.filter((act) => { try { act(); return true; } catch { return false; } });
  if (sent.length > 0) return sent.length;
  throw new Error("no network");
}
