// fails: plain (plain-unpacked)

type Next = (value?: any) => void;

const isPromise = (thing: any) => typeof thing?.then === "function";
const isGenerator = (thing: any) => typeof thing?.next === "function" && typeof thing.throw === "function";

function toPromise(thing: any): any {
  if (isPromise(thing)) return thing;
  if (isGenerator(thing)) return runCoroutine(() => thing);
  if (Array.isArray(thing)) return Promise.all(thing.map(toPromise));
  if (typeof thing === "function")
    return new Promise((resolve, reject) =>
      thing((error: unknown, value: unknown) => (error ? reject(error) : resolve(value))),
    );
  return Promise.resolve(thing);
}

export function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  return new Promise((resolve, reject) => {
    const generator = body();
    const resume =
      (how: "next" | "throw"): Next =>
      (value) => {
        let step: IteratorResult<unknown, R>;
        try {
          step = generator[how](value);
        } catch (error) {
          reject(error);
          return;
        }
        if (step.done) resolve(step.value);
        else toPromise(step.value).then(resume("next"), resume("throw"));
      };
    resume("next")();
  });
}
