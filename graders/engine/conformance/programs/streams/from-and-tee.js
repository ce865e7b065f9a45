const [one, two] = ReadableStream.from(["x", "y"]).tee();
const all = await Promise.all([Array.fromAsync(one), Array.fromAsync(two)]);
console.log(all);
