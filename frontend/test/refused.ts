import type { Client } from "../src/api/client.js";

/** Never run: the compiler refuses this file if one of these were allowed. */
export async function refused(client: Client): Promise<void> {
  // @ts-expect-error there is no such command
  await client.ask("earshot/utterances/invent");
  // @ts-expect-error it must be said which one
  await client.ask("earshot/utterances/get");
  // @ts-expect-error it takes no such argument
  await client.ask("earshot/utterances/list", { size: 1 });
  // @ts-expect-error an outcome is one of those that there are
  await client.ask("earshot/utterances/list", { outcome: "liked" });
  // @ts-expect-error it is answered once, and sends no events
  await client.follow("earshot/utterances/list", {}, () => undefined);
}
