const error = Object.assign(new Error("outer", { cause: "inner" }), { code: 5 });
error.stack = "Error: outer";
console.log(error);
console.log([Object.assign(new TypeError("in a list"), { stack: "TypeError: in a list" })]);
