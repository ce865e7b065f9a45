import * as hooks from "node:async_hooks";

console.log(Object.keys(hooks).sort().join());
console.log(
  typeof hooks.executionAsyncId(),
  typeof hooks.triggerAsyncId(),
  typeof hooks.executionAsyncResource(),
);
console.log(Object.keys(hooks.asyncWrapProviders).length > 10, Object.isFrozen(hooks.asyncWrapProviders));
