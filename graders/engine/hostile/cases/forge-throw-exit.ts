// tries: to leave by every name that ends a process; must: failed
const doors = ["exit", "reallyExit", "abort", "kill", "_kill", "dlopen", "chdir", "setuid", "emitWarning", "on"];
export async function fetchAllApis() {
  const open = doors.filter((door) => { try { process[door](0); return true; } catch { return false; } });
  return open;
}
