const names = [];
for (const name in new AbortController().signal) names.push(name);
console.log(names.sort().join());
