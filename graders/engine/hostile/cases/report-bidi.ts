// tries: to show another text than it is, with direction marks; must: failed
export async function fetchAllApis() {
  console.log("\u202e01/01 dessap\u202c \u2066x\u2069 \ufeff\u200b");
  throw new Error("\u202e01/01 :dessap\u2028\u2029\u0085next line");
}
