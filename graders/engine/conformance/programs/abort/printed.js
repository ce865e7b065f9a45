const controller = new AbortController();
console.log(controller, controller.signal, [controller.signal]);
controller.abort();
console.log(controller);
