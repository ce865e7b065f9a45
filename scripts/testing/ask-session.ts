// Asks a session that is open to run a file, as `npm run play` does.
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { addressIn } from "../student/play/session/address.mjs";
import type { PlayAnswer, PlayRequest } from "../student/play/session/request.ts";

/** Resolves when the session in `root` has taken it: what it says from then on is the answer. */
export async function taken(root: string, file: string): Promise<Socket> {
  const socket = connect(addressIn(root)!);
  const request: PlayRequest = { args: [file], env: {}, cwd: root, colour: false };
  socket.write(`${JSON.stringify(request)}\n`);
  await once(socket, "readable");
  socket.read(1);
  return socket;
}

/** The whole answer. Rejects where there is none. */
export async function answered(root: string, file: string): Promise<PlayAnswer> {
  return JSON.parse(await text(await taken(root, file)));
}
