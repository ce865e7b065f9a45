// tries: to read a file as JSON or text with import attributes; must: forbidden
import settings from "./package.json" with { type: "json" };
import text from "./notes.txt" with { type: "text" };
export const fetchAllApis = async () => [settings, text];
