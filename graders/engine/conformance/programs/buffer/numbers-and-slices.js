const buffer = Buffer.alloc(8);
buffer.writeUInt16BE(0x0102, 0);
buffer.writeInt32LE(-5, 2);
console.log(buffer.readUInt16BE(0), buffer.readInt32LE(2), buffer.subarray(0, 2), buffer.equals(Buffer.from(buffer)));
console.log(Buffer.compare(Buffer.from("a"), Buffer.from("b")), Buffer.from("abcabc").indexOf("c"), JSON.stringify(Buffer.from("a")));
