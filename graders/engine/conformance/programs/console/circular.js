const loop = { name: "loop", list: [] };
loop.self = loop;
loop.list.push(loop);
console.log(loop, [loop]);
