process.on("warning", ({ name, message }) => console.log(name, message));
process.emitWarning("careful");
process.emitWarning("old", "DeprecationWarning");
