const controller = new AbortController();
const { abort } = controller;
controller.abort = (reason) => {
  console.log("wrapped");
  abort.call(controller, reason);
};
controller.abort("mine");
console.log(controller.signal.reason);
