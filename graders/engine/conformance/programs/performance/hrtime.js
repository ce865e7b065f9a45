const [seconds, nanoseconds] = process.hrtime();
const start = process.hrtime.bigint();
setTimeout(() => {
  const [later] = process.hrtime([seconds, nanoseconds]);
  console.log(later, process.hrtime.bigint() - start >= 19_000_000n, process.uptime() > 0);
}, 20);
