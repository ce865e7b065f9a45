// tries: to re-export a module that may not be imported; must: forbidden
export * from "node:child_process";
export const fetchAllApis = async () => [];
