for (const reason of [null, 0, "", new Error("mine"), undefined]) {
  const controller = new AbortController();
  controller.abort(reason);
  const { reason: given } = controller.signal;
  console.log(given === reason, given?.name);
}
