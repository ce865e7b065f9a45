// honest: tagged templates whose tag sees the raw text, with odd escapes; must: full marks
const raw = String.raw`\unicode \x and import("x") and eval(1) <!-- -->`;
const tag = (strings, ...values) => strings.raw.join("|") + values.length;
export function fetchAllApis(fetchApi) {
  if (!raw.includes('import("x")') || !raw.includes("eval(1)") || !raw.includes("\\unicode")) throw new Error(raw);
  if (tag`a${1}import(${2}` !== "a|import(|2") throw new Error("tag");
  return Promise.all([1, 2, 3].map((api) => fetchApi(api)));
}
