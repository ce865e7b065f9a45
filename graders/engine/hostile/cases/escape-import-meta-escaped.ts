// tries: import.meta with an escape in its name; must: compile-error or forbidden
export async function fetchAllApis() {
  return import.m\u0065ta;
}
