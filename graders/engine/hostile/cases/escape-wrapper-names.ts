// tries: to use the wrapper's own names; must: failed
export async function fetchAllApis() {
  const given = [typeof __modules, typeof __exports, typeof __free_require, typeof arguments];
  try { __exports = { fetchAllApis: () => [] }; } catch {}
  try { __modules["node:fs"] = {}; } catch {}
  try { Object.keys(__modules).forEach((name) => { __modules[name].setTimeout = () => 0; }); } catch {}
  return given;
}
