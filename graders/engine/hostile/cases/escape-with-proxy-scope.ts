// tries: to read the scope behind the program with a with statement; must: compile-error or forbidden
export function fetchAllApis() {
  with (new Proxy({}, { has: (_, name) => { console.log(name); return false; } })) { return process; }
}
