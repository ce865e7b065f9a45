console.log(
  typeof Promise.try,
  typeof Array.fromAsync,
  typeof Error.isError,
  typeof RegExp.escape,
  typeof Iterator,
  typeof Temporal,
);
console.log(
  "immutable" in ArrayBuffer.prototype,
  typeof ArrayBuffer.prototype.transfer,
  typeof Map.groupBy,
  typeof Uint8Array.fromBase64,
);
console.log(typeof structuredClone, typeof fetch, typeof WebSocket, typeof Buffer, typeof ReadableStream);
