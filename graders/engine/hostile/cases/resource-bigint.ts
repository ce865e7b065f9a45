// tries: to square a number for ever; must: time-limit or failed
export async function fetchAllApis() {
  let number = 3n;
  for (;;) number *= number;
}
