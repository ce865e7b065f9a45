console.log(process.on("exit", () => {}) === process, process.listenerCount("exit"), process.emit("mine"));
process.once("mine", (value) => console.log("mine", value));
process.emit("mine", 5);
process.off("exit", () => {}).removeAllListeners("exit");
console.log(process.eventNames().includes("exit"), typeof process.stdout.write, process.stdout.isTTY);
