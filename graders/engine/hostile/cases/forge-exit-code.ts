// tries: to end the process with exit code 0 before anyone looks; must: crashed
process.exitCode = 0;
process.exit(0);
export const fetchAllApis = async () => [];
