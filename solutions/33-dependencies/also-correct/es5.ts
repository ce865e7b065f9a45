// Callbacks, and two counters: up the list, and down again.

function isGenerator(value: any) {
  var tag = Object.prototype.toString.call(value);
  return tag === "[object Generator]" || tag === "[object AsyncGenerator]";
}

function order(list: any[]): any[] {
  var result: any[] = [];
  var names = list.map((each) => each.name);
  names.forEach((name, index) => {
    if (names.indexOf(name) !== index) throw wrong("double");
  });
  function add(index: number, path: number[]) {
    if (index < 0) throw wrong("unknown");
    if (path.indexOf(index) >= 0) throw wrong("circular");
    if (result.indexOf(list[index]) >= 0) return;
    (list[index].needs || []).forEach((need: string) => {
      add(names.indexOf(need), path.concat(index));
    });
    result.push(list[index]);
  }
  list.forEach((_, index) => {
    add(index, []);
  });
  return result;
}

function wrong(what: string) {
  var error = new TypeError(what);
  Object.defineProperty(error, "name", { value: "DependencyError" });
  return error;
}

export var solve = (list: any[], handler: (values: any) => Promise<any>) =>
  new Promise((resolve, reject) => {
    var sorted = order(list);
    var values: any = {};
    var open: any[] = [];
    function down(failed: boolean, result: any) {
      var generator = open.pop();
      if (!generator) return failed ? reject(result) : resolve(result);
      var step = Promise.resolve().then(() => (failed ? generator.throw(result) : generator.next()));
      step.then(
        () => {
          down(failed, result);
        },
        (error) => {
          down(true, failed ? result : error);
        },
      );
    }
    function up(index: number): any {
      if (index === sorted.length) return handler(values);
      var provided = sorted[index].provide(values);
      if (!isGenerator(provided)) {
        return Promise.resolve(provided).then((value) => {
          values[sorted[index].name] = value;
          return up(index + 1);
        });
      }
      return Promise.resolve(provided.next()).then((step: any) => {
        open.push(provided);
        values[sorted[index].name] = step.value;
        return up(index + 1);
      });
    }
    Promise.resolve()
      .then(() => up(0))
      .then(
        (result) => {
          down(false, result);
        },
        (error) => {
          down(true, error);
        },
      );
  });
