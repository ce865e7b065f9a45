const { port1, port2 } = new MessageChannel();
port2.onmessage = ({ data }) => {
  console.log(data);
  if (data === "last") port1.close();
};
port1.postMessage("first");
port1.postMessage({ a: [1] });
port1.postMessage("last");
console.log("posted");
