// tries: TypeScript's import = require; must: forbidden
import fs = require("node:fs");
export const fetchAllApis = async () => fs.readdirSync("/");
