// P11: As a background task it begins after the answer, which comes at 0 ms; its failure is heard, at 1000 ms.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const sendMail = world.service("sendMail", { takes: 1000, fails: new Error("no such mailbox") });
  const background: (() => Promise<unknown>)[] = [];
  const handler = async () => {
    background.push(() => sendMail("ada@example.org"));
    return "202 accepted";
  };
  console.log(await handler());
  for (const task of background) await task().catch((error) => console.log("logged:", String(error)));
}
//    0 ms  202 accepted
// 1000 ms  logged: Error: no such mailbox
// ended at 1000 ms
