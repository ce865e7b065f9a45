class Feed extends EventTarget {
  publish(detail) {
    return this.dispatchEvent(new CustomEvent("news", { detail }));
  }
}
const feed = new Feed();
feed.addEventListener("news", ({ detail }) => console.log(detail));
console.log(feed.publish("hello"), feed.constructor.name);
