// The socket of a session, for the account alone that it belongs to.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Server } from "node:net";
import { addressIn, folderIn, pipeFileIn } from "./address.mjs";

/** Whether another session answers there. */
export async function isAnswered(root: string): Promise<boolean> {
  const address = addressIn(root);
  if (address === undefined) return false;
  const socket = connect(address);
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Has the server listen, in the place of a session that is no more. Rejects where no socket can be made. */
export async function listenIn(root: string, server: Server): Promise<void> {
  const folder = folderIn(root);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // It may have been there.
  chmodSync(folder, 0o700);
  if (process.platform === "win32") return listening(server, newPipe(root));
  const address = addressIn(root)!;
  rmSync(address, { force: true });
  await listening(server, address);
  chmodSync(address, 0o600);
}

async function listening(server: Server, address: string): Promise<void> {
  server.listen(address);
  await once(server, "listening");
}

function newPipe(root: string): string {
  const pipe = `\\\\.\\pipe\\async-dojo-${randomUUID()}`;
  writeFileSync(pipeFileIn(root), pipe, { mode: 0o600 });
  return pipe;
}
