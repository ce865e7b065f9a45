// npm run play [FILE.ts | P7 | 03]: asked of the session that is open (npm start, npm run watch), which has all of it loaded and a
// child waiting; where there is none, or it does not answer, play.ts does it here. Plain JavaScript: to strip types would take
// as long as all that this file does.
import { connect } from "node:net";
import { dirname } from "node:path";
import { styleText } from "node:util";
import { addressIn } from "./student/play/session/address.mjs";

/** @typedef {import("./student/play/session/request.ts").PlayRequest} PlayRequest */
/** @typedef {import("./student/play/session/request.ts").PlayAnswer} PlayAnswer */

/** Real ms within which a session takes what it is asked, or it never will: it is suspended (Ctrl-Z), perhaps. */
const PATIENCE_MS = 2000;

const answer = await asked(addressIn(dirname(import.meta.dirname)));
if (answer) show(answer);
else await import("./play.ts");

/**
 * What the session gives, whole; undefined where there is none, or it ends before.
 * @param {string | undefined} address
 * @returns {Promise<PlayAnswer | undefined>}
 */
function asked(address) {
  if (address === undefined) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const socket = connect(address);
    const patience = setTimeout(() => socket.destroy(), PATIENCE_MS);
    let text = "";
    socket.setEncoding("utf8");
    socket.on("error", () => {});
    socket.on("connect", () => socket.write(`${JSON.stringify(request())}\n`));
    socket.on("data", (/** @type {string} */ piece) => {
      clearTimeout(patience);
      text += piece;
      // An empty line when it is taken, and the answer in the next one: nothing need be waited for behind that.
      if (text.length === 1 || !piece.endsWith("\n")) return;
      resolve(JSON.parse(text));
      socket.destroy();
    });
    socket.on("close", () => {
      clearTimeout(patience);
      resolve(undefined);
    });
  });
}

/** @returns {PlayRequest} */
function request() {
  const { argv, env, stdout } = process;
  const named = Object.entries(env).filter(([name]) => /^(npm_|INIT_CWD$|COLUMNS$)/.test(name));
  return {
    args: argv.slice(2),
    env: /** @type {Record<string, string>} */ (Object.fromEntries(named)),
    cwd: process.cwd(),
    colour: styleText("red", "x", { stream: stdout }) !== "x",
    ...(stdout.columns && { columns: stdout.columns }),
  };
}

/** @param {PlayAnswer} answer */
function show({ code, printed }) {
  process.exitCode = code;
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      // Whoever reads may leave.
      if (error.code !== "EPIPE") throw error;
    });
  for (const [name, text] of printed) {
    const output = process[name];
    output.write(text);
  }
}
