import {
  mdiAccountVoice,
  mdiCalendarToday,
  mdiFormatListBulleted,
  mdiHandHeartOutline,
  mdiShieldCheckOutline,
  mdiSpeakerWireless,
  mdiTrayFull,
} from "@mdi/js";
import type { Me } from "../api/types.js";
import type { PageName } from "./address.js";

/** One page: where its code is, and where it stands in the menu. */
export interface PageEntry {
  readonly name: PageName;
  /** Undefined: it is reached from another page, and not from the menu. */
  readonly icon: string | undefined;
  readonly tag: string;
  readonly load: () => Promise<unknown>;
  readonly offeredTo: (me: Me) => boolean;
}

const household = (me: Me) => me.role !== "reviewer";

/** The pages in the order of the menu. */
export const PAGES: readonly PageEntry[] = [
  {
    name: "today",
    icon: mdiCalendarToday,
    tag: "earshot-today-page",
    load: () => import("../features/today/today-page.js"),
    offeredTo: household,
  },
  {
    name: "ledger",
    icon: mdiFormatListBulleted,
    tag: "earshot-ledger-page",
    load: () => import("../features/ledger/ledger-page.js"),
    offeredTo: household,
  },
  {
    name: "satellites",
    icon: mdiSpeakerWireless,
    tag: "earshot-satellites-page",
    load: () => import("../features/satellites/satellites-page.js"),
    offeredTo: household,
  },
  {
    name: "leftovers",
    icon: mdiTrayFull,
    tag: "earshot-leftovers-page",
    load: () => import("../features/leftovers/leftovers-page.js"),
    offeredTo: household,
  },
  {
    name: "sharing",
    icon: mdiHandHeartOutline,
    tag: "earshot-sharing-page",
    load: () => import("../features/sharing/sharing-page.js"),
    offeredTo: household,
  },
  {
    name: "proof",
    icon: mdiShieldCheckOutline,
    tag: "earshot-proof-page",
    load: () => import("../features/proof/proof-page.js"),
    offeredTo: household,
  },
  {
    name: "review",
    icon: mdiAccountVoice,
    tag: "earshot-review-page",
    load: () => import("../features/review/review-page.js"),
    offeredTo: (me) => me.has_desk && (me.role === "admin" || me.reviews),
  },
  {
    name: "utterance",
    icon: undefined,
    tag: "earshot-utterance-page",
    load: () => import("../features/utterance/utterance-page.js"),
    offeredTo: household,
  },
];
