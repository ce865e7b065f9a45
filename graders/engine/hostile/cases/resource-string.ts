// tries: to double a string until there is no room; must: failed or memory-limit or time-limit
export async function fetchAllApis() {
  let text = "x";
  for (;;) text += text;
}
