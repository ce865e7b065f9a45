const event = new MessageEvent("message", { data: 5, origin: "here", lastEventId: "1" });
console.log(
  event.data,
  event.origin,
  event.lastEventId,
  event.source,
  event.ports.length,
  event instanceof Event,
);
try {
  new MessagePort();
} catch (error) {
  console.log(error.name);
}
