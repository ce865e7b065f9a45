const params = new URLSearchParams("a=1&b=2&c=3&d=4");
for (const [name] of params) params.delete(name);
console.log(`${params}`);
const keys = params.keys();
params.append("e", "5");
console.log([...keys].join(), Object.prototype.toString.call(keys));
