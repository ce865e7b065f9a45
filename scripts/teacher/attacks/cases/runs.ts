// The same attackers in runs of other kinds: other orders, other numbers of jobs, stopped and begun again, best attempts.
import { exitCodes } from "../../grade/run.ts";
import { type Attack, rubbish } from "../attack.ts";

const crowd = {
  "0/three-apis.ts": rubbish,
  "ada-attempt-2/three-apis.ts": rubbish,
  "ada-n/three-apis.ts": "boom",
  "eve/attempt-1/three-apis.ts": "",
  "eve/attempt-2/three-apis.ts": "boom",
  "~/timeout.ts": rubbish,
  "\u{10ffff}/three-apis.ts": rubbish,
};
const calm = Object.fromEntries(Object.entries(crowd).filter(([, text]) => text !== "boom"));

function run(name: string, more: Partial<Attack>): Attack {
  const tries = "to be before, beside and behind the others";
  return { name: `runs: ${name}`, tries, in: "folders", files: calm, ...more };
}

export const runs = [
  run("one job", { options: { jobs: 1 } }),
  run("four jobs", { options: { jobs: 4 } }),
  run("more jobs than students", { options: { jobs: 64 } }),
  run("best attempts", { options: { attempts: "best" } }),
  run("stopped after the first", { stoppedAfter: 1, options: { jobs: 1 } }),
  run("stopped after the fifth, with four jobs", { stoppedAfter: 5, options: { jobs: 4 } }),
  run("stopped after an earlier run of hers", { stoppedAfter: 3, earlier: [calm] }),
  run("the engine breaks on her", { files: crowd, exitCode: exitCodes.graderError }),
];
