import { EventEmitter, on } from "node:events";

const source = new EventEmitter();
source.pause = () => console.log("pause");
source.resume = () => console.log("resume");
const events = on(source, "data", { highWaterMark: 2, lowWaterMark: 1 });
for (const value of [1, 2, 3, 4]) source.emit("data", value);
for (let taken = 0; taken < 4; taken++) console.log((await events.next()).value);
for (const highWaterMark of [0, -1, 1.5, "2"]) {
  try {
    on(source, "data", { highWaterMark });
  } catch (error) {
    console.log(String(error));
  }
}
