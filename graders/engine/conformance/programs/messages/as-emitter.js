const { port1, port2 } = new MessageChannel();
port2.once("message", (value) => {
  console.log(value);
  port1.close();
});
port1.postMessage("plain");
