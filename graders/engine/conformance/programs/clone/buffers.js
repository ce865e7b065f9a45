const buffer = new ArrayBuffer(8);
const copy = structuredClone([new Uint8Array(buffer, 2, 3), new DataView(buffer), buffer]);
console.log(
  copy[0].buffer === copy[1].buffer,
  copy[2] === copy[0].buffer,
  copy[0].byteOffset,
  copy[0].length,
);
const moved = structuredClone({ buffer }, { transfer: [buffer] });
console.log(buffer.byteLength, moved.buffer.byteLength);
