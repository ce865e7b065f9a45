// Two lists, side by side, searched as a Map searches. Who waits stands in the entry, until it has come to something.

export function singleFlight(load: any, options: any): any {
  var keys: any[] = [];
  var entries: any[] = [];

  function indexOf(key: any) {
    let i = 0;
    for (; i < keys.length; i++) {
      if (keys[i] === key || Object.is(keys[i], key)) return i;
    }
    return -1;
  }

  function drop(entry: any) {
    var at = entries.indexOf(entry);
    if (at < 0) return;
    keys.splice(at, 1);
    entries.splice(at, 1);
  }

  function settle(entry: any, how: "resolve" | "reject", what: any) {
    entry.waiting.forEach((one: any) => {
      one[how](what);
    });
    entry.waiting = null;
  }

  function begin(key: any) {
    var entry: any = { waiting: [] };
    keys.push(key);
    entries.push(entry);
    load(key).then(
      (value: any) => {
        entry.value = value;
        entry.arrived = Date.now();
        settle(entry, "resolve", value);
      },
      (error: any) => {
        drop(entry);
        settle(entry, "reject", error);
      },
    );
    return entry;
  }

  return (key: any) =>
    new Promise((resolve, reject) => {
      var at = indexOf(key);
      var entry = at < 0 ? null : entries[at];
      if (entry && !entry.waiting && Date.now() - entry.arrived >= options.ttlMs) {
        drop(entry);
        entry = null;
      }
      entry = entry || begin(key);
      if (entry.waiting) entry.waiting.push({ resolve: resolve, reject: reject });
      else resolve(entry.value);
    });
}
