const controller = new AbortController();
const slow = new ReadableStream({ pull: () => new Promise(() => {}), cancel: (reason) => console.log("cancelled", reason.name) });
const sink = new WritableStream({ abort: (reason) => console.log("aborted", reason.name) });
const piping = slow.pipeTo(sink, { signal: controller.signal });
controller.abort();
await piping.catch((error) => console.log(error.name, error instanceof DOMException));
