// P11: Who awaits the e-mail before answering has the user wait for it: the answer comes at 1000 ms.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const sendMail = world.service("sendMail", { takes: 1000 });
  const handler = async () => {
    await sendMail("ada@example.org");
    return "202 accepted";
  };
  console.log(await handler());
}
// 1000 ms  202 accepted
// ended at 1000 ms
