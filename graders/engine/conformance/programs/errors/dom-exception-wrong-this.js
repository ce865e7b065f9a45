for (const name of ["name", "message", "code"]) {
  try {
    console.log(Object.getOwnPropertyDescriptor(DOMException.prototype, name).get.call(new Error()));
  } catch (error) {
    console.log(String(error));
  }
}
