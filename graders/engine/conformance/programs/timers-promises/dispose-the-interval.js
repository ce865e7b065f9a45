import { setInterval } from "node:timers/promises";

{
  await using beats = setInterval(1, "beat");
  console.log((await beats.next()).value);
}
console.log("over");
