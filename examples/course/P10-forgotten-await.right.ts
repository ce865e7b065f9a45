// P10: With await the caller goes on at 500 ms, with the value.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const save = world.service("save", { takes: 500, returns: "saved" });
  const handler = async () => {
    const result = await save("report");
    console.log("saved it, with the result", result);
  };
  await handler();
}
//  500 ms  saved it, with the result saved
// ended at 500 ms
