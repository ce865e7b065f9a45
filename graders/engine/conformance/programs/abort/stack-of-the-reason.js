const { reason } = AbortSignal.abort();
console.log(reason.stack.split("\n")[0], Object.prototype.toString.call(reason));
