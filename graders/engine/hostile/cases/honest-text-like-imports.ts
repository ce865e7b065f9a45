// honest: comments and strings that look like what is forbidden; must: full marks
/* import("node:fs"); require("fs"); eval("1"); import.meta */
const notes = ['import("x")', "require('fs')", `eval("1")`, /import\(.*\)/, "<!-- html -->", "import /* a */ (x)"];
// import(fs) <!-- and --> eval(x)
export function fetchAllApis(fetchApi: (api: number) => Promise<unknown>) {
  if (notes.length !== 6 || !notes[3].test(notes[0])) throw new Error("changed");
  return Promise.all([1, 2, 3].map((api) => fetchApi(api)));
}
