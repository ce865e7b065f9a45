// How type errors are told.
import type { Typed, TypeFault } from "./checker.ts";

/** `2 type errors, which take 1.4 points off` */
export function typesHeading({ count }: Pick<Typed, "count">, off: number | undefined): string {
  const what = count === 1 ? "1 type error" : `${count} type errors`;
  return off === undefined
    ? what
    : `${what}, which ${count === 1 ? "takes" : "take"} ${off} ${off === 1 ? "point" : "points"} off`;
}

/** `three-apis.ts:6:3: Type 'string' is not assignable to type 'number'.` */
export function faultText({ file, line, column, text }: TypeFault): string {
  return `${file}:${line}:${column}: ${text}`;
}
