process.on("uncaughtException", () => {});
process.on("unhandledRejection", (reason) => console.log("unhandled", reason.message));
const target = new EventTarget();
target.addEventListener("x", () => console.log("first"));
target.addEventListener("x", () => console.log("second"));
target.dispatchEvent(new Event("x"));
