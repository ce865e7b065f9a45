// Known escapes, tried by the sandbox on itself before it runs anybody's code. What works is named, and nothing is graded.
import { readFileSync, writeFileSync } from "node:fs";
import { WATCHED } from "../protocol.ts";
import type { Compartment } from "./compartment.ts";

/** Expressions that give something of the host's if the compartment does not hold; evaluated past compile's checks. */
const LANGUAGE: Record<string, string> = {
  "Function of a function": "(function () {}).constructor('return process')()",
  "Function of an async function": "(async function () {}).constructor('return process')()",
  "Function of a generator": "(function* () {}).constructor('return process')().next().value",
  "Function of a global": "setTimeout.constructor('return process')()",
  "Function of console": "console.log.constructor.constructor('return process')()",
  "Function of an AbortSignal": "new AbortController().signal.constructor.constructor('return process')()",
  "Function of Date": "Date.constructor('return process')()",
  "the host's process": "typeof process === 'object' && process.getBuiltinModule && process",
  "the clock behind setTimeout": "setTimeout.clock",
  "the clock behind Date": "Date.clock",
  "a shared prototype": "(Object.prototype.probe = 1, ({}).probe)",
  "the prototype of AbortSignal": "(AbortSignal.prototype.probe = 1, new AbortController().signal.probe)",
  CallSites: "(Error.prepareStackTrace = (_, sites) => sites, new Error().stack[0].getThis)",
  "a lockdown of its own": "typeof Compartment === 'function' && Compartment",
};

/** Forms of import: they must fail or find nothing, whatever the parse lets through. */
const IMPORTS = ["import('node:fs')", "import.source('node:fs')", "import.defer('node:fs')"];

/**
 * What the process itself must be denied. What that needs of Node takes five ms to load, and few children are asked. Throws
 * where it does not load: then nothing is known.
 */
function host(): Record<string, () => unknown> {
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  return {
    "reading a file": () => readFileSync("/etc/hostname"),
    "writing a file": () => writeFileSync("/tmp/async-dojo-probe", "") === undefined,
    "starting a program": () => spawnSync("/bin/true").error === undefined,
    // Only a child that has a watchdog may, since that is one.
    "starting a worker": () => !process.argv.includes(WATCHED) && new Worker("0", { eval: true }),
  };
}

/** The names of the escapes that worked: an empty list is what grading needs. */
export async function escapes(scope: () => Compartment): Promise<string[]> {
  const found = Object.entries(LANGUAGE).flatMap(([name, code]) =>
    works(() => scope().evaluate(code)) ? [name] : [],
  );
  for (const code of IMPORTS) if (await imports(scope, code)) found.push(code);
  found.push(...Object.entries(host()).flatMap(([name, act]) => (works(act) ? [name] : [])));
  const { connect } = process.getBuiltinModule("node:net");
  if (await network(connect).catch(() => false)) found.push("the network");
  return found;
}

function works(act: () => unknown): boolean {
  try {
    return Boolean(act());
  } catch {
    return false;
  }
}

async function imports(scope: () => Compartment, code: string): Promise<boolean> {
  try {
    return Boolean(await scope().evaluate(code));
  } catch {
    return false;
  }
}

/** A connection must be denied before it is tried: a refused one has left the process already. */
function network(connect: typeof import("node:net").connect): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(9, "127.0.0.1", () => resolve(true));
    socket.on("error", (error: NodeJS.ErrnoException) => resolve(error.code !== "ERR_ACCESS_DENIED"));
  });
}
