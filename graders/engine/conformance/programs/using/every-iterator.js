const sync = [
  [].values(),
  new Map().keys(),
  new Set().values(),
  ""[Symbol.iterator](),
  "a".matchAll(/a/g),
  [].values().map(String),
];
console.log(sync.map((iterator) => typeof iterator[Symbol.dispose]).join());
for (const iterator of sync) {
  using _ = iterator;
}
const async = [(async function* () {})(), (await import_events()).on(new EventTarget(), "x")];
async function import_events() {
  return events;
}

import * as events from "node:events";
import { setInterval } from "node:timers/promises";

async.push(setInterval(1));
console.log(async.map((iterator) => typeof iterator[Symbol.asyncDispose]).join());
for (const iterator of async) {
  await using _ = iterator;
}
console.log("all closed");
