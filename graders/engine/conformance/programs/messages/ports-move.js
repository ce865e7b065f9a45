const [outer, inner] = [new MessageChannel(), new MessageChannel()];
outer.port2.onmessage = ({ data }) => data.port.postMessage("through");
inner.port1.onmessage = ({ data }) => {
  console.log(data);
  inner.port1.close();
  outer.port1.close();
};
outer.port1.postMessage({ port: inner.port2 }, [inner.port2]);
