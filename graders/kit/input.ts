import { fromPlain } from "../trace/plain.ts";
import type { Trace } from "../trace/trace.ts";

/** The input of the run that the trace is of, as its cast has it; null if it had none. */
export const inputOf = <Input>({ input = null }: Trace): Input => fromPlain(input) as Input;
