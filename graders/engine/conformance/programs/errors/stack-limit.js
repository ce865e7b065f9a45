console.log(typeof Error.stackTraceLimit, Error.stackTraceLimit > 0);
Error.stackTraceLimit = 5;
console.log(Error.stackTraceLimit);
