console.clear();
const { log, error } = console;
["a", "b"].forEach((text) => log(text));
[1].forEach(error);
