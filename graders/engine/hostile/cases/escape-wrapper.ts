// tries: to break out of the function that the program is wrapped in; must: compile-error
export const fetchAllApis = async () => [];
}); process.exit(0); (function () {
