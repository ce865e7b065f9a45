// tries: to print without end; must: output-limit
export async function fetchAllApis() {
  for (let line = 0; line < 1e4; line++) console.log("x".repeat(99));
}
