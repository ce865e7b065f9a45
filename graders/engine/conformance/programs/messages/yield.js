const turn = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => {
      port1.close();
      resolve();
    };
    port1.postMessage(null);
  });
for (let step = 1; step <= 3; step++) {
  await turn();
  console.log(step);
}
