// tries: to move the cursor and to colour the teacher's terminal; must: failed
export async function fetchAllApis() {
  console.log("\u001b[2J\u001b[H\u001b]0;owned\u0007\u009b31m all checks passed\r");
  const error = new Error("\u001b[1A\u001b[2K✓ passed 10/10\u001b[8m");
  error.name = "\u001b]8;;http://evil.example\u0007Error";
  throw error;
}
