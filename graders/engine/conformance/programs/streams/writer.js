let signal;
const stream = new WritableStream({
  start: (controller) => {
    signal = controller.signal;
  },
  write: (chunk) => console.log("wrote", chunk),
});
const writer = stream.getWriter();
await writer.write(1);
console.log(writer.desiredSize, signal instanceof AbortSignal, signal.aborted);
await writer.abort("stop").catch(() => {});
console.log(signal.aborted, signal.reason);
