process.on("exit", () => console.log("exit"));
console.log(process.listenerCount("exit"));
process.removeAllListeners("exit");
