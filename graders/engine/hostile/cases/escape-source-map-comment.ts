// tries: to have the compiler read a file as a source map; must: failed
export async function fetchAllApis() {
  throw new Error("where am I?");
}
//# sourceMappingURL=../../../../../../../etc/passwd
//# sourceURL=/etc/passwd
