import { setImmediate, setTimeout } from "node:timers/promises";

console.log(await setTimeout(1, "value"), await setTimeout(1), await setImmediate("soon"));
