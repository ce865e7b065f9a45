// tries: to get control characters into a compile error's message; must: compile-error
import { x } from "./\u001b[31m\u202eevil\nfile.ts";
export const fetchAllApis = async () => x;
