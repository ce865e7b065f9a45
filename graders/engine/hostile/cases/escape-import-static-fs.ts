// tries: a static import of node:fs; must: forbidden
import { readFileSync } from "node:fs";
export const fetchAllApis = async () => readFileSync("/etc/passwd", "utf8");
