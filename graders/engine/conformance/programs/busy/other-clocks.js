const start = performance.now();
while (performance.now() - start < 5);
const [seconds, nanoseconds] = process.hrtime();
for (let passed = 0; passed < 5e6; ) {
  const [s, n] = process.hrtime([seconds, nanoseconds]);
  passed = s * 1e9 + n;
}
const until = +new Date() + 5;
while (new Date() < until);
console.log(performance.now() - start >= 14);
