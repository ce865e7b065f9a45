const { port1, port2 } = new MessageChannel();
port2.onmessage = () => {
  console.log("message");
  port2.close();
};
port1.postMessage(0);
Promise.resolve().then(() => console.log("promise"));
process.nextTick(() => console.log("tick"));
