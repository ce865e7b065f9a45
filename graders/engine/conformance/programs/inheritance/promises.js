class Task extends Promise {
  static named(name) {
    return Object.assign(Task.resolve(name), { label: name });
  }
}
Task.all = () => "static of its own";
const task = Task.named("x");
console.log(task.label, task.then() instanceof Task, Task.all(), await task);
const promise = Promise.resolve(1);
promise.then = (resolve) => resolve("own then");
promise.cancel = () => "cancelled";
console.log(await promise, promise.cancel(), promise instanceof Promise);
