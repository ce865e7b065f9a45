const { port1, port2 } = new MessageChannel();
port1.postMessage("kept");
port2.addEventListener("message", (event) => {
  console.log(event.data, event.type, event.constructor.name, event.ports.length, event.target === port2);
  port2.close();
});
setTimeout(() => console.log("a listener starts it"), 5);
