console.log(
  Object.prototype.toString.call(process),
  process.argv.length >= 2,
  typeof process.version,
  process.versions.node === process.version.slice(1),
);
console.log(
  typeof process.platform,
  typeof process.pid,
  typeof process.cwd(),
  process.exitCode,
  process.title.length > 0,
);
process.exitCode = 0;
process.env.RETRIES = 3;
console.log(process.env.RETRIES, process.env.NONE, delete process.env.RETRIES, "RETRIES" in process.env);
