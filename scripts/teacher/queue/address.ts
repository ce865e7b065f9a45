// Where the queue is, and with which key what goes through it is sealed: from a command line, a file or the environment.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { UsageError } from "../../lib/usage-error.ts";

/** Where it is, for those who look at it from outside. */
export interface QueuePlace {
  /** With its password: never to be shown. */
  url: string;
  /** `redis://example.org:6379`. */
  shown: string;
  /** What all keys in Redis begin with. */
  prefix: string;
  /** What about it is unwise. */
  notes: string[];
}

/** For those who take part. */
export interface QueueAddress extends QueuePlace {
  /** 32 bytes, the same on all machines. */
  key: Buffer;
}

export interface Given {
  /** A URL, the path of a file that holds one, or `env`. */
  queue?: string;
  /** The path of a file. */
  key?: string;
  /** What keeps two classes apart. */
  prefix?: string;
}

const URL_VARIABLE = "DOJO_QUEUE";
const KEY_VARIABLE = "DOJO_QUEUE_KEY";
const MAKE_ONE = "Make one with: npm run queue -- key queue.key";
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The options that tell where it is. */
export function withPlaceOptions(command: Command): Command {
  const where = `redis://…, rediss://…, a file that holds such a URL, or env ($${URL_VARIABLE})`;
  return command
    .option("--queue <where>", where)
    .option("--queue-prefix <name>", "keeps classes apart that share a Redis (a-z, 0-9, -)");
}

/** The same, and the key. */
export function withQueueOptions(command: Command): Command {
  const about = `the key that all machines share (default: $${KEY_VARIABLE})`;
  return withPlaceOptions(command).option("--queue-key <file>", about);
}

/** Throws a UsageError that says what is missing. `folder`: what relative paths start from. */
export function readAddress(given: Given, env: NodeJS.ProcessEnv, folder: string): QueueAddress {
  return { ...readPlace(given, env, folder), key: readKey(given.key, env, folder) };
}

/** As `readAddress`, without the key. */
export function readPlace(given: Omit<Given, "key">, env: NodeJS.ProcessEnv, folder: string): QueuePlace {
  const url = readUrl(given.queue ?? "env", env, folder);
  const { prefix = "" } = given;
  if (!/^[a-z0-9-]{0,40}$/.test(prefix))
    throw new UsageError(`--queue-prefix "${prefix}" may hold a-z, 0-9 and -, at most 40 of them.`);
  const port = url.port || "6379";
  return {
    url: url.href,
    shown: `${url.protocol}//${url.hostname}:${port}`,
    prefix: prefix === "" ? "dojo" : `dojo:${prefix}`,
    notes: unwise(url, given.queue),
  };
}

function readUrl(given: string, env: NodeJS.ProcessEnv, folder: string): URL {
  const direct = /^rediss?:/.test(given);
  const text = direct ? given : given === "env" ? env[URL_VARIABLE] : fileText(given, folder, "--queue");
  if (text === undefined)
    throw new UsageError(
      `Where is the queue? Give --queue redis://HOST:6379, a file that holds such a URL, or set ${URL_VARIABLE}.`,
    );
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  // What was given may hold a password: it is not repeated.
  if (!url || !/^rediss?:$/.test(url.protocol) || url.hostname === "")
    throw new UsageError("The queue's URL is none of Redis': it looks like redis://user:password@host:6379.");
  return url;
}

function readKey(given: string | undefined, env: NodeJS.ProcessEnv, folder: string): Buffer {
  const text = given === undefined ? env[KEY_VARIABLE] : fileText(given, folder, "--queue-key");
  if (text === undefined)
    throw new UsageError(
      `A queue needs a key that all its machines share: --queue-key FILE, or ${KEY_VARIABLE}. ${MAKE_ONE}`,
    );
  if (!/^[0-9a-f]{64}$/.test(text.trim()))
    throw new UsageError(`The queue's key is not 64 hexadecimal digits. ${MAKE_ONE}`);
  return Buffer.from(text.trim(), "hex");
}

function fileText(path: string, folder: string, option: string): string {
  try {
    return readFileSync(resolve(folder, path), "utf8");
  } catch (error) {
    throw new UsageError(
      `${option}: "${path}" could not be read (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
}

function unwise({ protocol, hostname, password }: URL, argument: string | undefined): string[] {
  const open = protocol === "redis:" && !LOOPBACK.has(hostname);
  return [
    ...(open
      ? ["nothing encrypts the way to Redis: what passes is sealed, but the password is not. Use rediss://."]
      : []),
    ...(password !== "" && argument?.includes("@")
      ? ["a password in a command line can be seen by others on this machine. Give a file, or env."]
      : []),
  ];
}
