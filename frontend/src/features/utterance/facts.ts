import type { LedgerRecord } from "../../api/types.js";
import type { Session } from "../../app/session.js";

/** One fact of an entry, ready to be read: what it is, and its value; several values stand below each other. */
export interface Fact {
  readonly name: string;
  readonly value: string | readonly (readonly Fact[])[];
}

/** Whose values have words of their own. */
const WORDS: Readonly<Record<string, string | undefined>> = {
  place: "place",
  evidence: "evidence",
  kind: "ear",
  stage: "stage",
  content: "content",
  contents: "content",
  outcome: "outcome",
};

const INSTANTS = new Set(["at", "until", "happened", "began", "ended"]);

/** All that an entry says, in the order of its fields. What it does not say is left out. */
export function factsOf(record: LedgerRecord, session: Session): Fact[] {
  const { kind: _, utterance_id: __, ...fields } = record as LedgerRecord & { utterance_id?: unknown };
  return told(fields, session);
}

function told(fields: object, session: Session): Fact[] {
  return Object.entries(fields)
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([field, value]) => ({ name: nameOf(field, session), value: meaning(field, value, session) }));
}

function nameOf(field: string, { localize }: Session): string {
  const key = `utterance.field.${field}`;
  const name = localize(key);
  return name === key ? field : name;
}

function meaning(field: string, value: unknown, session: Session): Fact["value"] {
  if (Array.isArray(value)) return many(field, value, session);
  if (typeof value === "object" && value !== null) return [told(value, session)];
  return textOf(field, value, session);
}

function many(field: string, values: readonly unknown[], session: Session): Fact["value"] {
  if (values.some((value) => typeof value === "object")) return values.map((value) => told(value as object, session));
  if (values.length === 0) return session.localize("utterance.none");
  return session.format.list(values.map((value) => textOf(field, value, session)));
}

function textOf(field: string, value: unknown, session: Session): string {
  const { localize, format } = session;
  if (typeof value === "boolean") return localize(value ? "utterance.yes" : "utterance.no");
  if (typeof value === "number") return measure(field, value, session);
  const text = String(value);
  if (INSTANTS.has(field)) return `${format.date(text)} ${format.time(text, true)}`;
  return wordFor(field, text, session) ?? text;
}

function measure(field: string, value: number, { format }: Session): string {
  if (field.endsWith("_ms")) return format.duration(value);
  return field === "size" || field.endsWith("_bytes") ? format.bytes(value) : format.number(value);
}

/** Say a value in the person's language; undefined: it is a name, or one that this page does not know. */
function wordFor(field: string, text: string, { localize }: Session): string | undefined {
  if (!/^[a-z_]+$/.test(text)) return undefined;
  const keys = [`words.${WORDS[field] ?? field}.${text}`, `utterance.value.${field}.${text}`];
  return keys.map((key) => [key, localize(key)]).find(([key, sentence]) => key !== sentence)?.[1];
}
