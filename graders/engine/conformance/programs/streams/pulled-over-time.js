let next = 0;
const stream = new ReadableStream(
  {
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      controller.enqueue(next++);
      if (next === 3) controller.close();
    },
    cancel(reason) {
      console.log("cancelled", reason);
    },
  },
  { highWaterMark: 0 },
);
const reader = stream.getReader();
console.log((await reader.read()).value, (await reader.read()).done, stream.locked);
await reader.cancel("enough");
console.log((await reader.read()).done, await reader.closed);
