import type { Sentences } from "../i18n/localize.js";

/** What Earshot asks of Home Assistant itself: name, arguments and answer, of each only what is used. */
export interface HomeCommands {
  "config_entries/get": { arguments: { domain: string }; answer: readonly { readonly entry_id: string }[] };
  "config_entries/subentries/delete": { arguments: { entry_id: string; subentry_id: string }; answer: null };
  "frontend/get_translations": {
    arguments: { language: string; category: string; integration: readonly string[] };
    answer: { readonly resources: Sentences };
  };
}

/** What Earshot follows of Home Assistant itself. */
export interface HomeSubscriptions {
  subscribe_events: { arguments: { event_type: string }; event: { readonly data: Readonly<Record<string, unknown>> } };
  subscribe_entities: { arguments: { entity_ids: readonly string[] }; event: EntityEvent };
}

/** What is told of entities that are followed: all of them first (`a`), then what changed (`c`). */
export interface EntityEvent {
  readonly a?: Readonly<Record<string, { readonly s: string }>>;
  readonly c?: Readonly<Record<string, { readonly "+"?: { readonly s?: string } }>>;
}
