const { port1, port2 } = new MessageChannel();
const sent = { list: [1] };
port2.onmessage = ({ data }) => {
  console.log(data, data === sent);
  port2.close();
};
port1.postMessage(sent);
sent.list.push(2);
try {
  port1.postMessage(() => {});
} catch (error) {
  console.log(error.name, error.code);
}
