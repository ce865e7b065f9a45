console.log(
  new Uint8Array([1, 2]),
  new ArrayBuffer(4),
  new DataView(new ArrayBuffer(2)),
  new Float64Array(2),
  new BigInt64Array([5n]),
);
