import { CountQueuingStrategy, ReadableStream } from "node:stream/web";

console.log([ReadableStream, CountQueuingStrategy].map(({ name }) => globalThis[name].name).join());
console.log(ReadableStream === globalThis.ReadableStream, CountQueuingStrategy === globalThis.CountQueuingStrategy);
const doubled = ReadableStream.from([1, 2, 3]).pipeThrough(
  new TransformStream({ transform: (each, controller) => controller.enqueue(2 * each) }),
);
console.log(await Array.fromAsync(doubled));
