for (const callback of [undefined, null, "text", {}]) {
  try {
    setTimeout(callback, 1);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
