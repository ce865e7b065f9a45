const sleep = setTimeout[Symbol.for("nodejs.util.promisify.custom")];
const turn = setImmediate[Symbol.for("nodejs.util.promisify.custom")];
console.log(await sleep(2, "slept"), await turn("turned"));
