const { reason } = AbortSignal.abort();
const { held } = structuredClone({ held: reason });
console.log(held.name, held.message, held.code, held instanceof DOMException, held !== reason);
