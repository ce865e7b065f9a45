Promise.resolve()
  .then(() => console.log("plain 1"))
  .then(() => console.log("plain 2"))
  .then(() => console.log("plain 3"));
new Promise((resolve) => resolve({ then: (resolve) => resolve() })).then(() => console.log("thenable"));
(async () => Promise.resolve())().then(() => console.log("promise returned"));
