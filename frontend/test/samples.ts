import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer, Command, EventOf, Subscription } from "../src/api/client.js";

const FOLDER = join(import.meta.dirname, "../../tests/fixtures/websocket");

/**
 * A real answer of a command, as a house of the Python tests gave it. pytest compares it with what is answered now, and
 * TypeScript's compiler with the type; each call gives another copy.
 */
export function sampleOf<K extends Command>(command: K): Answer<K> {
  return read(command, "") as Answer<K>;
}

/** Real events of a subscription, in their order. */
export function sampleEvents<K extends Subscription>(command: K): EventOf<K>[] {
  return read(command, ".events") as EventOf<K>[];
}

function read(command: string, what: string): unknown {
  const name = command.split("/").slice(1).join(".");
  return JSON.parse(readFileSync(join(FOLDER, `${name}${what}.json`), "utf8"));
}
