// Made by scripts/types from Earshot's Python. Change it there.

import type {
  AlarmDecision,
  AlarmOpened,
  AlarmsLeft,
  Comparison,
  ConsentReceiptTold,
  ContentKind,
  DataSetEvent,
  Day,
  DeskStatistics,
  DeskTold,
  DonationTold,
  ErasingEvent,
  ExportEvent,
  ForgettingEvent,
  Forgotten,
  GivenListTold,
  GivenTold,
  GrowthProof,
  HappeningsPage,
  HostsTold,
  Instant,
  Kept,
  Labels,
  Layout,
  LedgerStatus,
  Me,
  Mode,
  NextClip,
  NowEvent,
  OfferTold,
  OffersTold,
  Outcome,
  Page,
  Place,
  PreviewTold,
  Purpose,
  RebuildingEvent,
  ReceiptTold,
  ReviewEvent,
  ReviewProgress,
  ReviewTold,
  Rule,
  RuleContent,
  SatellitesTold,
  SearchingEvent,
  ShownCheckpoint,
  SoundPath,
  StatementTold,
  Today,
  TodayEvent,
  ToldSettings,
  Totals,
  TracesFound,
  TracesPurged,
  UtteranceCount,
  UtteranceEvent,
  UtteranceTold,
  VerifyingEvent,
} from "./types.js";

/** What a command without arguments takes. */
export type NoArguments = { readonly [name: string]: never };

/** Commands that are answered once. */
export interface Commands {
  /**
   * Hold a checkpoint that somebody noted against the ledger, enter what came of it, and send it.
   *
   * For: change.
   */
  "earshot/checkpoint/compare": {
    arguments: {
      checkpoint: string;
      /** "text" if left out. */
      how?: "qr" | "text" | undefined;
    };
    answer: Comparison;
  };
  /**
   * Send a checkpoint of the ledger as it is now (without `sign`: the latest), its QR code as SVG, and the keys.
   *
   * For: household.
   */
  "earshot/checkpoint/get": {
    arguments: {
      /** true if left out. */
      sign?: boolean | undefined;
    };
    answer: ShownCheckpoint;
  };
  /**
   * Send the proof that the ledger only grew since it had a size, for somebody who noted a checkpoint then.
   *
   * For: household.
   */
  "earshot/checkpoint/prove": {
    arguments: {
      /** 0 or more. */
      size: number;
    };
    answer: GrowthProof;
  };
  /**
   * Do what was decided on an alarm, and send those that are left.
   *
   * For: admin.
   */
  "earshot/desk/decide": {
    arguments: {
      number: number;
      decision: AlarmDecision;
    };
    answer: AlarmsLeft;
  };
  /**
   * Send the desk as it is now: its statement as published, who is listed, alarms, and data sets.
   *
   * For: admin.
   */
  "earshot/desk/get": {
    arguments: NoArguments;
    answer: DeskTold;
  };
  /**
   * Open a held clip for an administrator who has to decide. It is entered like any other listening.
   *
   * For: desk.
   */
  "earshot/desk/open_alarm": {
    arguments: {
      number: number;
    };
    answer: AlarmOpened;
  };
  /**
   * Send the desk in figures.
   *
   * For: admin.
   */
  "earshot/desk/statistics": {
    arguments: NoArguments;
    answer: DeskStatistics;
  };
  /**
   * Set how offers are made and leave; what is not named stays. None of it switches donation on.
   *
   * What lets more leave, or sooner, or elsewhere, needs somebody who has logged in, as a consent does.
   *
   * For: admin.
   */
  "earshot/donation/choices": {
    arguments: {
      mode?: Mode | undefined;
      wait?: number | undefined;
      sampling?: number | undefined;
      daily_cap?: number | undefined;
      strength?: number | undefined;
      proxy?: string | null | undefined;
      folder?: string | null | undefined;
    };
    answer: DonationTold;
  };
  /**
   * Consent, for each of the purposes and each of the satellites.
   *
   * Only somebody who has logged in may: a token that was handed out acts for whoever holds it.
   *
   * For: admin.
   */
  "earshot/donation/consent": {
    arguments: {
      address: string;
      statement_sha256: string;
      purposes: readonly Purpose[];
      satellites: readonly string[];
      until: Day;
      of_age: boolean;
      others_know: boolean;
    };
    answer: DonationTold;
  };
  /**
   * Send the receipt of a consent, as it was made when it was given.
   *
   * For: admin.
   */
  "earshot/donation/consent_receipt": {
    arguments: {
      consent_id: string;
    };
    answer: ConsentReceiptTold;
  };
  /**
   * Ask a desk for its statement, and send it whole. Nothing is consented to by it.
   *
   * For: admin.
   */
  "earshot/donation/desk": {
    arguments: {
      address: string;
    };
    answer: StatementTold;
  };
  /**
   * Send how donation stands. What is chosen of it is told to administrators only.
   *
   * For: household.
   */
  "earshot/donation/get": {
    arguments: NoArguments;
    answer: DonationTold;
  };
  /**
   * Withdraw every consent: nothing is offered any more, and nothing more leaves. Every member of a household may.
   *
   * For: change.
   */
  "earshot/donation/off": {
    arguments: NoArguments;
    answer: DonationTold;
  };
  /**
   * Ask a desk now for the receipts of one donation, and send what was given as it stands then.
   *
   * Without a name it is asked about what was given last, and within ten minutes about everything else, each at a time
   * of its own: asked in a row, they would say that they are of one home.
   *
   * For: admin.
   */
  "earshot/given/fetch": {
    arguments: {
      donation_id?: string | undefined;
    };
    answer: GivenListTold;
  };
  /**
   * Send one donation with what the reviewers wrote, to whoever may read the utterance.
   *
   * For: household.
   */
  "earshot/given/get": {
    arguments: {
      donation_id: string;
    };
    answer: GivenTold;
  };
  /**
   * Send what was given, the newest first, without words; with `utterance_id` only what was given of that one.
   *
   * For: household.
   */
  "earshot/given/list": {
    arguments: {
      utterance_id?: string | undefined;
    };
    answer: GivenListTold;
  };
  /**
   * Take back what was given: the desk is told until it says that it has deleted it. Only with `confirm`.
   *
   * Whoever is no administrator names donations, and each is of something that they said themselves.
   *
   * For: change.
   */
  "earshot/given/withdraw": {
    arguments: {
      donation_ids?: readonly string[] | undefined;
      since?: Instant | undefined;
      until?: Instant | undefined;
      /** false if left out. */
      everything?: boolean | undefined;
      /** false if left out. */
      confirm?: boolean | undefined;
    };
    answer: GivenListTold;
  };
  /**
   * Send the walls and what was tried against them, the engines, and what was made of the home's sentences.
   *
   * For: household.
   */
  "earshot/host/report": {
    arguments: NoArguments;
    answer: HostsTold;
  };
  /**
   * Send entries of some kinds, whatever they are about, newest first: who read what, when nobody watched.
   *
   * `next` of its answer is the next page's `before`. Whoever may not know whose session an utterance was is not told
   * that here either.
   *
   * For: household.
   */
  "earshot/ledger/events": {
    arguments: {
      /** 1 to null characters. */
      kinds: readonly ("accessed" | "contacted" | "donated" | "gap" | "reviewed" | "shared")[];
      /** null if left out. */
      before?: string | null | undefined;
      /** 1 to 500; 50 if left out. */
      limit?: number | undefined;
    };
    answer: HappeningsPage;
  };
  /**
   * Send the number of entries, the latest checkpoint (a new one with `sign`), who last vouched, and what is ill.
   *
   * For: household.
   */
  "earshot/ledger/status": {
    arguments: {
      /** false if left out. */
      sign?: boolean | undefined;
    };
    answer: LedgerStatus;
  };
  /**
   * Send who asks, and what a page may offer them.
   *
   * For: anybody.
   */
  "earshot/me": {
    arguments: NoArguments;
    answer: Me;
  };
  /**
   * Change the voice more or less, hide more words, or leave the sound out; send how it would leave now.
   *
   * For: admin.
   */
  "earshot/offers/adjust": {
    arguments: {
      offer_id: string;
      strength?: number | undefined;
      hide?: readonly number[] | undefined;
      with_sound?: boolean | undefined;
    };
    answer: PreviewTold;
  };
  /**
   * Send an offer as it would leave, with what was said. To whoever may read the utterance.
   *
   * For: household.
   */
  "earshot/offers/get": {
    arguments: {
      offer_id: string;
    };
    answer: PreviewTold;
  };
  /**
   * Send the offers that are not decided, the one that leaves next first. Facts only.
   *
   * For: household.
   */
  "earshot/offers/list": {
    arguments: NoArguments;
    answer: OffersTold;
  };
  /**
   * Offer an utterance by hand. It never leaves by itself.
   *
   * For: admin.
   */
  "earshot/offers/make": {
    arguments: {
      utterance_id: string;
      purpose: Purpose;
    };
    answer: OfferTold;
  };
  /**
   * Let an offer never leave, and destroy what was prepared. Every member of the household may, whoever said it.
   *
   * For: change.
   */
  "earshot/offers/never": {
    arguments: {
      offer_id: string;
    };
    answer: OffersTold;
  };
  /**
   * Let exactly the bytes leave that were shown: those of this hash. It is entered before the first of them does.
   *
   * For: admin.
   */
  "earshot/offers/send": {
    arguments: {
      offer_id: string;
      sha256: string;
    };
    answer: OfferTold;
  };
  /**
   * Send an address of the sound as it was, or as it would leave. It is entered when the address is fetched first.
   *
   * For: household.
   */
  "earshot/offers/sound_path": {
    arguments: {
      offer_id: string;
      which: "before" | "after";
    };
    answer: SoundPath;
  };
  /**
   * Take what the reviewer says of the clip in their hands, and send how far they are.
   *
   * An accident and personal data destroy the clip at once; danger holds it, and tells administrators.
   *
   * For: review.
   */
  "earshot/review/label": {
    arguments: {
      ticket: string;
      /** null to 2000 characters; null if left out. */
      words?: string | null | undefined;
      /** null if left out. */
      wake_word?: "right" | "wrong" | null | undefined;
      quality: "good" | "noisy" | "unusable";
      /** false if left out. */
      accident?: boolean | undefined;
      /** false if left out. */
      personal_data?: boolean | undefined;
      /** false if left out. */
      danger?: boolean | undefined;
    };
    answer: ReviewProgress;
  };
  /**
   * Put a clip into the reviewer's hands, and send it: the one that they have, or a random one.
   *
   * To be shown words is to read them: it is entered before they are sent.
   *
   * For: review.
   */
  "earshot/review/next": {
    arguments: NoArguments;
    answer: NextClip;
  };
  /**
   * Send how far the reviewer is, and what they are bound to.
   *
   * For: review.
   */
  "earshot/review/progress": {
    arguments: NoArguments;
    answer: ReviewTold;
  };
  /**
   * Take the clip out of the reviewer's hands, and send how far they are. They are not given it again.
   *
   * For: review.
   */
  "earshot/review/skip": {
    arguments: {
      ticket: string;
    };
    answer: ReviewProgress;
  };
  /**
   * Send an address of the clip's sound, good once and for a minute. It is entered when it is fetched.
   *
   * For: review.
   */
  "earshot/review/sound_path": {
    arguments: {
      ticket: string;
    };
    answer: SoundPath;
  };
  /**
   * Send every satellite as it is known in this moment.
   *
   * For: household.
   */
  "earshot/satellites/list": {
    arguments: NoArguments;
    answer: SatellitesTold;
  };
  /**
   * Send what is set: periods in seconds, for a satellite only what differs from the house.
   *
   * For: household.
   */
  "earshot/settings/get": {
    arguments: NoArguments;
    answer: ToldSettings;
  };
  /**
   * Set whether guests or children speak to a satellite: nothing of it is ever offered for donation then.
   *
   * For: admin.
   */
  "earshot/settings/guests": {
    arguments: {
      satellite: string;
      guests_or_children: boolean;
    };
    answer: ToldSettings;
  };
  /**
   * Keep nothing of what is said from now on, and send what is set now.
   *
   * For: admin.
   */
  "earshot/settings/off_the_record": {
    arguments: {
      /** null if left out. */
      satellite?: "no_satellite" | string | null | undefined;
      /** null if left out. */
      until?: Instant | null | undefined;
    };
    answer: ToldSettings;
  };
  /**
   * End a time off the record, and send what is set now.
   *
   * For: admin.
   */
  "earshot/settings/on_the_record": {
    arguments: {
      /** null if left out. */
      satellite?: "no_satellite" | string | null | undefined;
    };
    answer: ToldSettings;
  };
  /**
   * Set how long a kind of content is kept, and send what is set now.
   *
   * For: admin.
   */
  "earshot/settings/set_retention": {
    arguments: {
      /** null if left out. */
      satellite?: "no_satellite" | string | null | undefined;
      content: ContentKind;
      /** 0 to 1000000000. */
      keep_for: number | null;
    };
    answer: ToldSettings;
  };
  /**
   * Set what holds before something is handed on, and send what is set now.
   *
   * For: admin.
   */
  "earshot/settings/set_rule": {
    arguments: {
      /** null if left out. */
      satellite?: "no_satellite" | string | null | undefined;
      content: RuleContent;
      /** 1 to 255 characters. */
      target: string;
      rule: Rule | null;
    };
    answer: ToldSettings;
  };
  /**
   * Set whether everybody in the house may read and hear what is said from now on, and send what is set now.
   *
   * For: admin.
   */
  "earshot/settings/share": {
    arguments: {
      /** null if left out. */
      satellite?: string | null | undefined;
      shared: boolean | null;
    };
    answer: ToldSettings;
  };
  /**
   * Send a day by the time of the house; today, if none is named.
   *
   * For: household.
   */
  "earshot/today/get": {
    arguments: {
      day?: Day | undefined;
    };
    answer: Today;
  };
  /**
   * Send how many utterances there were from one day to another, both included, by the time of the house.
   *
   * For: household.
   */
  "earshot/totals/get": {
    arguments: {
      first: Day;
      last: Day;
    };
    answer: Totals;
  };
  /**
   * Send what is in every place now, as it is looked at in this moment.
   *
   * For: household.
   */
  "earshot/traces/list": {
    arguments: NoArguments;
    answer: TracesFound;
  };
  /**
   * Clear one place, or all, and send what is gone, what is left, and why.
   *
   * For: admin.
   */
  "earshot/traces/purge": {
    arguments: {
      place?: string | undefined;
    };
    answer: TracesPurged;
  };
  /**
   * Send how many utterances all pages of a list have together.
   *
   * For: household.
   */
  "earshot/utterances/count": {
    arguments: {
      satellite?: string | undefined;
      outcome?: Outcome | undefined;
      since?: Instant | undefined;
      until?: Instant | undefined;
      left_house?: boolean | undefined;
      listened?: boolean | undefined;
      sound_kept?: boolean | undefined;
      words_kept?: boolean | undefined;
      place?: Place | undefined;
      heard_by?: string | undefined;
    };
    answer: UtteranceCount;
  };
  /**
   * Send one utterance with its entries. With `words`, also what was said, which is itself entered.
   *
   * For: household.
   */
  "earshot/utterances/get": {
    arguments: {
      utterance_id: string;
      /** false if left out. */
      words?: boolean | undefined;
    };
    answer: UtteranceTold;
  };
  /**
   * Take an erasure back that waits.
   *
   * For: change.
   */
  "earshot/utterances/keep": {
    arguments: {
      ticket: string;
    };
    answer: Kept;
  };
  /**
   * Send what `satellite` and `heard_by` of a list find, by name.
   *
   * For: household.
   */
  "earshot/utterances/labels": {
    arguments: NoArguments;
    answer: Labels;
  };
  /**
   * Send a page of utterances, newest first. `next` of its answer is the next page's `before`.
   *
   * For: household.
   */
  "earshot/utterances/list": {
    arguments: {
      /** 1 to 500; 50 if left out. */
      limit?: number | undefined;
      before?: string | undefined;
      /** 0 to 9007199254740992; 0 if left out. */
      skip?: number | undefined;
      satellite?: string | undefined;
      outcome?: Outcome | undefined;
      since?: Instant | undefined;
      until?: Instant | undefined;
      left_house?: boolean | undefined;
      listened?: boolean | undefined;
      sound_kept?: boolean | undefined;
      words_kept?: boolean | undefined;
      place?: Place | undefined;
      heard_by?: string | undefined;
    };
    answer: Page;
  };
  /**
   * Let an utterance count as a false wake, because it was not meant for the house, and erase its contents.
   *
   * Whoever is no administrator says that of their own.
   *
   * For: change.
   */
  "earshot/utterances/not_meant": {
    arguments: {
      utterance_id: string;
    };
    answer: Forgotten;
  };
  /**
   * Send the receipt for an utterance as a file, and the keys that it is verified with. It holds no words.
   *
   * It holds the entries as they were hashed, so that nothing in them can be left untold: whoever must not be told
   * whose session it was gets none.
   *
   * For: household.
   */
  "earshot/utterances/receipt": {
    arguments: {
      utterance_id: string;
    };
    answer: ReceiptTold;
  };
  /**
   * Send an address of a sound, for a player. It is entered, and then opened, when the address is fetched first.
   *
   * For: household.
   */
  "earshot/utterances/sound_path": {
    arguments: {
      utterance_id: string;
    };
    answer: SoundPath;
  };
}

/** Commands whose answer events follow. */
export interface Subscriptions {
  /**
   * Make a data set of what was accepted; an event tells where it can be fetched, once, or why there is none.
   *
   * For: desk.
   */
  "earshot/desk/export": {
    arguments: {
      name: string;
      layout: Layout;
    };
    answer: null;
    event: DataSetEvent;
  };
  /**
   * Send how donation stands, and again after every change, also of an offer or of what was given.
   *
   * For: household.
   */
  "earshot/donation/subscribe": {
    arguments: NoArguments;
    answer: null;
    event: DonationTold;
  };
  /**
   * Send the address of an export, valid once and for a minute; then events tell how much of it is fetched.
   *
   * Each content that is in it is entered as exported by this person before it is opened. To unsubscribe takes the
   * address back, unless the file is on its way.
   *
   * For: admin.
   */
  "earshot/export/prepare": {
    arguments: {
      since?: Instant | undefined;
      until?: Instant | undefined;
      /** [] if left out. */
      contents?: readonly ContentKind[] | undefined;
    };
    answer: null;
    event: ExportEvent;
  };
  /**
   * Make the list of utterances anew from the entries; events tell how far it is, the last one what was put right.
   *
   * For: admin.
   */
  "earshot/ledger/rebuild": {
    arguments: NoArguments;
    answer: null;
    event: RebuildingEvent;
  };
  /**
   * Check everything that is stored; events tell how far it is, the last one the verdict.
   *
   * For: household.
   */
  "earshot/ledger/verify": {
    arguments: NoArguments;
    answer: null;
    event: VerifyingEvent;
  };
  /**
   * Send who listens, and then what changes, also after Earshot was reloaded.
   *
   * For: household.
   */
  "earshot/now/subscribe": {
    arguments: NoArguments;
    answer: null;
    event: NowEvent;
  };
  /**
   * Send how far the reviewer is, and again after every change, as long as they may review.
   *
   * For: review.
   */
  "earshot/review/subscribe": {
    arguments: NoArguments;
    answer: null;
    event: ReviewEvent;
  };
  /**
   * Send what is set now, and again after every change, also after Earshot was reloaded.
   *
   * For: household.
   */
  "earshot/settings/subscribe": {
    arguments: NoArguments;
    answer: null;
    event: ToldSettings;
  };
  /**
   * Send the day, and again after every change, also after Earshot was reloaded. Some changes at once are one event.
   *
   * Without `day` it is always today's, also after midnight.
   *
   * For: household.
   */
  "earshot/today/subscribe": {
    arguments: {
      day?: Day | undefined;
    };
    answer: null;
    event: TodayEvent;
  };
  /**
   * Make contents unreadable. Events tell how many utterances are done; the last one tells what was forgotten.
   *
   * Whoever is no administrator names utterances, and each is their own. With `after` it is done in so many seconds,
   * also if nobody listens any more, and can be taken back until then. What is asked for meanwhile is refused as
   * `content_withheld`.
   *
   * For: change.
   */
  "earshot/utterances/erase": {
    arguments: {
      utterance_ids?: readonly string[] | undefined;
      since?: Instant | undefined;
      until?: Instant | undefined;
      satellite?: string | undefined;
      /** false if left out. */
      everything?: boolean | undefined;
      /** 0 to 60.0; 0 if left out. */
      after?: number | undefined;
    };
    answer: null;
    event: ErasingEvent;
  };
  /**
   * Take away the facts as well. Of everything only with `confirm`. Otherwise as `earshot/utterances/erase`.
   *
   * For: admin.
   */
  "earshot/utterances/redact": {
    arguments: {
      utterance_ids?: readonly string[] | undefined;
      since?: Instant | undefined;
      until?: Instant | undefined;
      satellite?: string | undefined;
      /** false if left out. */
      everything?: boolean | undefined;
      /** false if left out. */
      confirm?: boolean | undefined;
    };
    answer: null;
    event: ForgettingEvent;
  };
  /**
   * Search the sealed words of a range; events tell how far it is, the last one what was found, without words.
   *
   * Everything that is looked through is entered as accessed by this person, and what is found once more. `next` of the
   * finding is the `before` of the search that goes on from there.
   *
   * For: admin.
   */
  "earshot/utterances/search": {
    arguments: {
      needle: string;
      /** ["words"] if left out. */
      contents?: readonly ("words" | "response")[] | undefined;
      before?: string | undefined;
      satellite?: string | undefined;
      since?: Instant | undefined;
      until?: Instant | undefined;
    };
    answer: null;
    event: SearchingEvent;
  };
  /**
   * Send each utterance when it ends and when something changes that a list shows, also after a reload of Earshot.
   *
   * For: household.
   */
  "earshot/utterances/subscribe": {
    arguments: NoArguments;
    answer: null;
    event: UtteranceEvent;
  };
}
