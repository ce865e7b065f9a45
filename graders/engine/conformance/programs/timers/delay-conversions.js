for (const delay of ["1", null, undefined, Number.NaN, -5, {}, true])
  setTimeout(() => console.log(String(delay)), delay);
