console.log(Buffer.from("héllo").toString("base64"), Buffer.byteLength("héllo"), Buffer.from("aGk=", "base64").toString());
console.log(Buffer.from("hi").toString("hex"), Buffer.from("6869", "hex").toString("latin1"), Buffer.concat([Buffer.from("a"), Buffer.from("b")]).toString());
console.log(Buffer.from([1, 2, 3]), Buffer.isBuffer(Buffer.alloc(1)), Buffer.alloc(3, 1), Buffer.from("abc") instanceof Uint8Array);
