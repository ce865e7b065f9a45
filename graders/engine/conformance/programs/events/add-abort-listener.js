import { addAbortListener } from "node:events";

const controller = new AbortController();
controller.signal.addEventListener("abort", (event) => event.stopImmediatePropagation());
addAbortListener(controller.signal, () => console.log("heard"));
const disposable = addAbortListener(controller.signal, () => console.log("never"));
disposable[Symbol.dispose]();
controller.abort();
addAbortListener(controller.signal, () => console.log("late"));
console.log("soon");
for (const signal of [undefined, {}]) {
  try {
    addAbortListener(signal, () => {});
  } catch (error) {
    console.log(String(error));
  }
}
