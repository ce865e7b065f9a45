// A program that has got out of SES, for tests of the layers behind it: tries one thing that the machine may not allow, and
// says whether it worked. Arguments: what to try, a file that is there, a folder to write to, a port that is listened on,
// the grader's process.
const fs = require("node:fs");
const { join } = require("node:path");
const { spawnSync } = require("node:child_process");
const [name, file, folder, port, grader] = process.argv.slice(2);

const ATTEMPTS = {
  "read a file": () => fs.readFileSync(file).length > 0,
  "list a folder": () => fs.readdirSync(folder),
  "write a file": () => fs.writeFileSync(join(folder, "async-dojo-hostile"), "x") ?? true,
  "write to itself": () => fs.appendFileSync(__filename, "\n") ?? true,
  "remove a file": () => fs.unlinkSync(file) ?? true,
  "write where it is": () => fs.writeFileSync("async-dojo-hostile", "x") ?? true,
  "read the grader's environment": () => fs.readFileSync(`/proc/${process.ppid}/environ`).length > 0,
  "run a program": () => spawnSync("/bin/sh", ["-c", "exit 0"]).status === 0,
  "run Node again": () => spawnSync(process.execPath, ["-e", "0"]).status === 0,
  "start a thread": () => new (require("node:worker_threads").Worker)("0", { eval: true }),
  "load an addon": () => process.dlopen({ exports: {} }, file) ?? true,
  "use WASI": () => new (require("node:wasi").WASI)({ version: "preview1", preopens: { "/": folder } }),
  "open the inspector": () => require("node:inspector").open(0) ?? true,
  "write a heap snapshot": () => require("node:v8").writeHeapSnapshot(join(folder, "async-dojo-hostile")),
  "write a report": () => process.report.writeReport(join(folder, "async-dojo-hostile")),
  "signal the grader": () => process.kill(Number(grader), 0),
  "see an environment": () => Object.keys(process.env).filter((name) => name !== "PWD").length > 0,
  "connect to a port": () =>
    new Promise((resolve, reject) => {
      require("node:net")
        .connect(Number(port), "127.0.0.1", () => resolve(true))
        .on("error", reject);
    }),
  "fetch a page": async () => (await fetch(`http://127.0.0.1:${port}/`)).status > 0,
  "send a datagram": () =>
    new Promise((resolve, reject) => {
      const socket = require("node:dgram").createSocket("udp4").on("error", reject);
      socket.send("x", Number(port), "127.0.0.1", (error) => (error ? reject(error) : resolve(true)));
    }),
  "look a name up": async () => (await require("node:dns/promises").lookup("localhost")).address,
  "see the network": () =>
    Object.values(require("node:os").networkInterfaces()).some((each) =>
      each.some(({ internal }) => !internal),
    ),
};

async function main() {
  let said = "refused";
  try {
    if (await ATTEMPTS[name]()) said = "worked";
  } catch (error) {
    said = `refused: ${error.code ?? error.message}`;
  }
  process.stdout.write(said, () => process.exit());
}

if (require.main === module) main();
module.exports = Object.keys(ATTEMPTS);
