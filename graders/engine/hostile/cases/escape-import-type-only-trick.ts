// tries: to get a module past the check as a type; must: forbidden
import type fs from "node:fs";
import { type Stats, readFileSync } from "fs";
export const fetchAllApis = async (): Promise<unknown> => readFileSync("/etc/passwd") as unknown as typeof fs;
