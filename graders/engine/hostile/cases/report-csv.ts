// tries: to get a spreadsheet to compute; must: failed
export async function fetchAllApis() {
  console.log("=HYPERLINK(\"http://evil.example\",\"10\")");
  const error = new Error("=cmd|' /C calc'!A0,10,10\n+1,-1,@SUM(1)\t=1");
  error.name = "=1+1";
  throw error;
}
