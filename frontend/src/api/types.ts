// Made by scripts/types from Earshot's Python. Change it there.

/** An instant as ISO 8601 in UTC, to the millisecond: "2026-11-28T21:28:51.000+00:00". */
export type Instant = string;

/** A day of the house's calendar as ISO 8601: "2026-11-28". */
export type Day = string;

/** Somebody read, played or exported what was kept of the utterance. Entered before it is opened. */
export interface Accessed {
  readonly kind: "accessed";
  readonly utterance_id: string;
  readonly at: Instant;
  /** What was asked for, whether or not it was still there. */
  readonly contents: readonly ContentKind[];
  /** The person's name in Home Assistant at that time. */
  readonly who: string;
  /**
   * "words": shown as text. "sound": played. "export": handed out as a file. "search": looked through for something, by
   * which nobody heard or read it; "found": shown to hold what was looked for. "offer": of what was offered for
   * donation, or what a reviewer wrote of it.
   */
  readonly how: string;
}

/**
 * What the utterance did to the home, as Home Assistant marked it with the context of the run.
 *
 * There may be several: what was done before the answer was spoken, and what a script did after the end. One that names
 * nothing says that nothing was seen, or, where `evidence` is unknown, that nobody could look.
 */
export interface Acted {
  readonly kind: "acted";
  readonly utterance_id: string;
  readonly at: Instant;
  /** "observed": the actions passed before Earshot's eyes, under the run's mark. "unknown": that mark is not known. */
  readonly evidence: Evidence;
  /** The actions, in their order. */
  readonly deeds: readonly Deed[];
  /** Things whose state changed under that mark. That they really moved is their integrations' word. */
  readonly changed: readonly Target[];
  /** How many more actions, targets and changes there were: beyond the limit, or off the record. null: none. */
  readonly left_out: number | null;
}

/** A reviewer thought that somebody may be in danger: what those who run the desk see of it. */
export interface Alarm {
  readonly number: number;
  readonly raised: Instant;
  /** The reviewer's number at this desk. */
  readonly reviewer: number;
  readonly donation_id: string;
  /** When the clip is erased, whether somebody has decided or not. null: it is gone already. */
  readonly until: Instant | null;
}

/**
 * What somebody decides on an alarm, after they have done what the guidance says.
 *
 * - `release`: It was none, or it is dealt with: the clip waits for labels again.
 * - `delete`: The clip is erased.
 */
export type AlarmDecision = "release" | "delete";

/** A held clip, for somebody who has to decide. */
export interface AlarmOpened {
  readonly number: number;
  /** What the donor's recogniser understood. null: no words were given. */
  readonly words: string | null;
  /** What the reviewer wrote. */
  readonly written: string | null;
  /** An address of the sound, good once and for a minute. null: there is none. */
  readonly sound: SoundPath | null;
}

/** What nobody has decided on. */
export interface AlarmsLeft {
  readonly alarms: readonly Alarm[];
}

/**
 * Another satellite heard the same wake word, and Home Assistant let one of the two answer.
 *
 * It does not name the other's utterance: where that one is redacted, its identifier must be nowhere.
 */
export interface AlsoHeard {
  readonly kind: "also_heard";
  readonly utterance_id: string;
  readonly at: Instant;
  /** The other one. */
  readonly satellite: Satellite;
  /** Whether it was the other one that went on. False: this one did. */
  readonly answered: boolean;
}

/** Words that answer nobody were handed to a voice: an announcement, a question to somebody. */
export interface Announced {
  readonly kind: "announced";
  readonly at: Instant;
  /** The voice. What it got are words, and they may be about people. */
  readonly ear: Ear;
  readonly took_ms: number;
  readonly integration: string;
  readonly version: string;
  /** As in `Processed`. */
  readonly status: string;
}

/** What a voice got on the day to say to somebody, as an answer to nobody. */
export interface AnnouncementSum {
  readonly engine: string;
  readonly place: Place;
  readonly evidence: Evidence;
  readonly count: number;
  readonly words: number;
  /** How many of them the voice did not say. */
  readonly failed: number;
  readonly last_at: Instant;
}

/** One way out of the sandbox that the host tried after it closed itself in. */
export interface Attempt {
  /** `tcp`, `udp`, `getaddrinfo`, `io_uring` … */
  readonly way: string;
  readonly denied: boolean;
  /** The error it met, such as `EPERM`; or what succeeded. */
  readonly detail: string;
}

/** An engine that a rule kept something of an utterance from. */
export interface BlockView {
  readonly stage: Stage;
  readonly content: ContentKind;
  readonly label: string;
  readonly integration: string;
  readonly place: Place;
  readonly evidence: Evidence;
  /** As in `Blocked`. */
  readonly rule: string;
  /** What came of asking. null: nobody was asked. */
  readonly answer: string | null;
}

/** A rule refused to hand the utterance on. Nobody received anything, so there is no ear. */
export interface Blocked {
  readonly kind: "blocked";
  readonly utterance_id: string;
  readonly at: Instant;
  readonly stage: Stage;
  /** What would have been handed on: sound or words. */
  readonly content: ContentKind;
  /** The engine that did not get it, as a person knows it. */
  readonly label: string;
  /** Domain of that engine's integration. */
  readonly integration: string;
  readonly place: Place;
  /** How the place was known. */
  readonly evidence: Evidence;
  /** The rule that decided: "local_only", "ask", "no_rule" (there was none), "unreadable" (nobody could read them). */
  readonly rule: string;
  /** What came of asking: "no" or "silence". null: nobody was asked. */
  readonly answer: string | null;
}

/** What a reviewer is bound to: what donors were told of them, and what they do when somebody seems in danger. */
export interface Bound {
  readonly name: string;
  readonly contact: string;
  /** Who listens, as donors were told. */
  readonly people: string;
  /** Where. */
  readonly place: string;
  readonly retention_days: number;
  readonly danger_contact: string;
  readonly danger_guidance: string;
}

/** An utterance ended, or something about it has changed since. */
export interface Changed {
  readonly type: "changed";
  /** The kinds of the entries that changed it; "finished" among them when it ended. */
  readonly by: readonly string[];
  /** As it is now. */
  readonly utterance: UtteranceView;
}

/** A checkpoint that somebody outside holds was compared with this ledger. */
export interface CheckpointWitnessed {
  readonly kind: "checkpoint_witnessed";
  readonly at: Instant;
  /** Entries that the checkpoint speaks for. */
  readonly size: number;
  /** The root that it names, in hexadecimal. */
  readonly root: string;
  /** Whether this ledger had that root at that size. False is the finding that witnesses are for. */
  readonly agrees: boolean;
  /** Who or what held it: a person's name at that time, a phone, a public witness. */
  readonly witness: string;
  /** "qr" or "text". */
  readonly how: string;
}

/** How offers are made and leave. Only administrators are told: an address of a proxy may hold a password. */
export interface ChoicesTold {
  /** "ask": each waits for a person. "after_wait": it leaves after the wait, unless somebody says never. */
  readonly mode: string;
  /** Seconds before an offer leaves by itself. */
  readonly wait: number;
  /** Of what could be offered, the share that is, in percent. */
  readonly sampling: number;
  readonly daily_cap: number;
  /** How much a voice is changed, in percent: 0 is not at all. */
  readonly strength: number;
  readonly proxy: string | null;
  /** Clips are written there, and to no desk. null: to the desk. */
  readonly folder: string | null;
}

/** One clip in a reviewer's hands. It says neither who gave it nor which donation it is. */
export interface ClipToReview {
  /** Stands for this clip in this reviewer's hands. It is of no use to anybody else, nor after `until`. */
  readonly ticket: string;
  /** When the clip goes back, if nothing was said of it by then. */
  readonly until: Instant;
  /** What it was given for, and so what is asked of it: its words, or whether its wake word is right. */
  readonly purpose: Purpose;
  readonly language: string;
  /** What the donor's recogniser understood, as the donor let it go. null: no words were given. */
  readonly words: string | null;
  /** The phrase that is said to be in it. null: none is. */
  readonly wake_word: string | null;
  /** Milliseconds of sound. 0: there is none. */
  readonly sound_ms: number;
  /** How the voice was masked: method and strength. null: it is as it was spoken. */
  readonly masked: string | null;
  /** How many words of which kind were taken out. */
  readonly redactions: Readonly<{ [key: string]: number }>;
}

/** What came of a comparison. */
export interface Comparison {
  /** Entries that the checkpoint speaks for. */
  readonly size: number;
  /** The root that it names, in hexadecimal. */
  readonly root: string;
  /** Whether the ledger has this root at this size. */
  readonly agrees: boolean;
  /**
   * Whether a key that this ledger trusts has signed it. A ledger that was rewritten with a fresh key has no such key
   * any more, so a checkpoint without one is compared all the same.
   */
  readonly signed: boolean;
  /** Entries of the ledger now. */
  readonly ledger_size: number;
}

/** A person agreed to donate, for one purpose and one satellite. */
export interface ConsentGiven {
  readonly kind: "consent_given";
  readonly at: Instant;
  readonly consent_id: string;
  /** What the recordings may be used for, as the statement names it. */
  readonly purpose: string;
  readonly satellite: Satellite;
  /** Who will listen, by the name in the statement. */
  readonly desk: string;
  /** Hash of the exact statement that was shown, in hexadecimal. Another statement needs another consent. */
  readonly statement_sha256: string;
  /** Hash of the desk's public key, in hexadecimal. */
  readonly desk_key_sha256: string;
  /** Hash of the consent receipt that the person can download, in hexadecimal. */
  readonly receipt_sha256: string;
  /** When it ends by itself. */
  readonly until: Instant;
  /** The person's name at that time. */
  readonly by: string;
}

/** A receipt of a consent, as a file. */
export interface ConsentReceiptTold {
  readonly filename: string;
  readonly receipt: string;
}

/** One consent: for one purpose and one satellite. */
export interface ConsentTold {
  readonly consent_id: string;
  readonly purpose: Purpose;
  /** The key of the satellite among the settings. */
  readonly satellite: string;
  /** Its entity id at that time. */
  readonly satellite_id: string | null;
  readonly satellite_label: string;
  /** The name of whoever listens. */
  readonly desk: string;
  readonly address: string;
  readonly given: Instant;
  readonly until: Instant;
  readonly by: string;
  /** Why nothing leaves under it now. null: it holds. */
  readonly suspended: string | null;
}

/** A consent is over. Nothing more leaves under it. */
export interface ConsentWithdrawn {
  readonly kind: "consent_withdrawn";
  readonly at: Instant;
  readonly consent_id: string;
  /**
   * "person", "expired", "statement_changed", "key_changed", "replaced" (by another one for the same), "restored" (it
   * came back from a backup).
   */
  readonly reason: string;
  /** The person's name at that time. null: it ended by itself. */
  readonly by: string | null;
}

/** Whom Earshot itself asked for a model or packages on the day. Nothing that was said was in it. */
export interface ContactSum {
  readonly purpose: string;
  readonly label: string;
  /** null: a program of somebody else asked, and did not say whom. */
  readonly host: string | null;
  readonly count: number;
  /** null: nobody counted them. */
  readonly received_bytes: number | null;
  readonly last_at: Instant;
}

/** Earshot itself contacted the outside, because a person asked for it: a model or packages were downloaded. */
export interface Contacted {
  readonly kind: "contacted";
  readonly at: Instant;
  readonly purpose: string;
  /** What it was for, as a person knows it. */
  readonly label: string;
  /** Who was asked. null: a program of somebody else asked, and did not say whom. */
  readonly host: string | null;
  /** null: nobody counted them. */
  readonly received_bytes: number | null;
  /** Hash of what was received, in hexadecimal. null: nothing whole was received. */
  readonly sha256: string | null;
}

/** What the vault can hold of one utterance, each under its own retention. */
export type ContentKind = "sound" | "words" | "response";

/** One content that was sealed in the vault. */
export interface ContentView {
  readonly kind: ContentKind;
  /** Bytes before sealing. */
  readonly size: number;
  /** When it is, or was to be, erased. null: no such time was set. */
  readonly until: Instant | null;
  /** When it was erased. null: it is still there, as far as the ledger knows. */
  readonly erased_at: Instant | null;
}

/** Utterances of one sort. An utterance may be in several of these numbers. */
export interface Count {
  /** All but the false wakes. One whose end is not known yet is counted here. */
  readonly said: number;
  readonly false_wakes: number;
  /** Refused by a rule. */
  readonly blocked: number;
  /** Something of them reached the internet, or a place that nobody knows. */
  readonly left_house: number;
  /** Others, which went past Earshot, and nobody told how they ended: not known to have stayed in the house. */
  readonly unseen: number;
  /** What was kept of them was heard or read by a person or a reviewer. */
  readonly listened: number;
}

/** A data set that was made. */
export interface DataSet {
  readonly name: string;
  readonly layout: Layout;
  readonly made: Instant;
  /** Clips in it when it was made. */
  readonly clips: number;
  /** Of these, how many were withdrawn or taken out since: whoever has the data set is to take them out too. */
  readonly removed: number;
}

export type DataSetEvent = Failed | DataSetReady;

/** A data set that waits to be fetched. The last event. */
export interface DataSetReady {
  readonly type: "ready";
  /** Its signed address on this Home Assistant, good once and for five minutes. */
  readonly path: string;
  readonly filename: string;
  /** Bytes. */
  readonly size: number;
  readonly clips: number;
  /** Clips that were in data sets before and must not be used any more; they are listed in it. */
  readonly tombstones: number;
}

/** Utterances of one day. */
export interface DayCount {
  /** In ISO 8601, as the calendar of the time zone has it. */
  readonly day: string;
  readonly count: Count;
  /**
   * How much of the day was not watched: gaps that are entered, and the time before the ledger began. What has not been
   * watched up to now, and what is not over yet, is not in it.
   */
  readonly unwatched_ms: number;
}

/** Something that needs a person. */
export interface Decision {
  readonly kind: DecisionKind;
  /** Unique among those of its kind. */
  readonly id: string;
  /** As Home Assistant's repairs have it: "critical", "error", "warning"; or "info". */
  readonly severity: string;
  /** Of a repair issue. The text is Home Assistant's to show. */
  readonly translation_key: string | null;
  /** Of that text. */
  readonly placeholders: Readonly<{ [key: string]: string }>;
  /** The engine that a question is about, or that something is known by. */
  readonly who: string | null;
  /** Where that engine is. */
  readonly place: Place | null;
  readonly evidence: Evidence | null;
  /** How much there is of it. null: nobody can say, or it is one thing. */
  readonly count: number | null;
  readonly since: Instant | null;
  /** When it settles itself: a question that nobody answers is a no. */
  readonly until: Instant | null;
}

/**
 * Where something that needs a person comes from.
 *
 * - `outage`: The ledger or the vault does not work in this moment. `id` is "ledger_unavailable" or "vault_failed".
 * - `repair`: A repair issue of Earshot's. `id` is the id: Home Assistant's page of repairs has it.
 * - `question`: Somebody was asked whether something may go to an engine, and has not said yes or no.
 * - `leftover`: A place where Home Assistant keeps words or sound, and that can be cleared. `id` is its name.
 * - `not_witnessed`: Nobody outside has ever compared a checkpoint of the ledger.
 * - `offers`: Clips wait to be given or kept: `count` of them. `until` is when the first one leaves by itself.
 * - `consent_ending`: A consent to donate ends soon: `until`.
 * - `donation_suspended`: A desk (`who`) says something else of itself than what was consented to. Nothing leaves.
 */
export type DecisionKind =
  | "outage"
  | "repair"
  | "question"
  | "leftover"
  | "not_witnessed"
  | "offers"
  | "consent_ending"
  | "donation_suspended";

/** One action that Home Assistant was told to do. Its data are left out: they may hold words. */
export interface Deed {
  /** As Home Assistant names it: "light.turn_on". */
  readonly action: string;
  /** What it was to be done to, as far as it was an entity. */
  readonly targets: readonly Target[];
  /** Entity id of the script or automation that did it. null: the agent, or whoever handled the sentence. */
  readonly through: string | null;
}

/** What an utterance did to the home, by all that was entered of it. */
export interface DeedsView {
  /** Unknown as soon as some of it is. */
  readonly evidence: Evidence;
  readonly deeds: readonly Deed[];
  /** None of them twice. */
  readonly changed: readonly Target[];
  /** How many more there were that are not named. */
  readonly left_out: number;
}

/** The desk in figures. They say nothing of any one clip. */
export interface DeskStatistics {
  /** Clips by how far they are: "waiting", "accepted", "held", "gone". */
  readonly states: Readonly<{ [key: string]: number }>;
  /** Clips that are here, by what they were given for. */
  readonly purposes: Readonly<{ [key: string]: number }>;
  /** Clips that are gone, by why. */
  readonly gone: Readonly<{ [key: string]: number }>;
  /** Bytes of sealed contents. */
  readonly size: number;
  /** Bytes that are free on the disk. */
  readonly free: number;
  readonly received_today: number;
  /** Bundles that were not taken since the last start, by why. */
  readonly refused: Readonly<{ [key: string]: number }>;
  /** Receipts by what was done: "listened", "labelled", "skipped", "published", "deleted", "raised_danger". */
  readonly actions: Readonly<{ [key: string]: number }>;
  /** Milliseconds of sound that were handed out, each time counted. */
  readonly heard_ms: number;
  /** People who were ever given a clip here. */
  readonly reviewers: number;
  /** Alarms that nobody has decided on. */
  readonly alarms: number;
  readonly data_sets: number;
}

/** The desk as it is now. */
export interface DeskTold {
  /** null: the desk's store does not open, and so nothing is published and nothing is taken. */
  readonly statement: PublishedStatement | null;
  readonly reviewers: readonly ListedReviewer[];
  readonly daily_limit: number;
  /** What nobody has decided on, the oldest first. */
  readonly alarms: readonly Alarm[];
  /** Those that were made, the oldest first. */
  readonly data_sets: readonly DataSet[];
}

/** A person said that it was not meant for the house. It counts as a false wake from then on. */
export interface Disowned {
  readonly kind: "disowned";
  readonly utterance_id: string;
  readonly at: Instant;
  /** The person, by name at that time; "automation" for an automation, a script or Home Assistant itself. */
  readonly by: string;
}

/** A bundle left the house. Entered before its first byte does. */
export interface Donated {
  readonly kind: "donated";
  readonly utterance_id: string;
  readonly at: Instant;
  /** The bundle's random identifier; it says nothing of the donor. */
  readonly donation_id: string;
  readonly consent_id: string;
  readonly contents: readonly ContentKind[];
  /** The review desk, and until when it said to keep it. */
  readonly ear: Ear;
  /** Bytes of the bundle as it was sent. */
  readonly size: number;
  /** Hash of the bytes that were shown before and that are in the bundle, in hexadecimal. */
  readonly sha256: string;
  /** Who let it go: a person's name at that time, or "waited". */
  readonly by: string;
}

/**
 * Whether anything can be offered and leave.
 *
 * - `suspended`: There are consents, and none of them holds now: the desk's statement is another one, or they are over.
 */
export type DonationStanding = "off" | "on" | "suspended";

/** All that is set. */
export interface DonationTold {
  readonly standing: DonationStanding;
  /** The desk's statement that was consented to. null: nobody consented to any. */
  readonly statement: StatementTold | null;
  readonly consents: readonly ConsentTold[];
  readonly choices: ChoicesTold | null;
  readonly places: readonly PlaceToConsent[];
  /** Offers that wait for a person or for their time. */
  readonly waiting: number;
  /** Since when the desk could not be reached, or refused. null: it can, as far as is known. */
  readonly failing_since: Instant | null;
  /** The code of what failed last. */
  readonly failure: string | null;
  /** Whether the store of donations can be read. Nothing is offered and nothing leaves while it cannot. */
  readonly readable: boolean;
}

/** A port that is open because of this satellite. */
export interface Door {
  /** An address of the satellite's, or `home_assistant`. */
  readonly host: string;
  readonly port: number;
  /** `tcp` or `udp`. */
  readonly transport: string;
  /** Whether somebody else in the network is kept out. */
  readonly authenticated: Fact<boolean>;
  readonly encrypted: Fact<boolean>;
}

/** Anything that received an utterance's sound or words. */
export interface Ear {
  /** Its name when it listened, as a person knows it: "Kitchen satellite", "Piper". */
  readonly label: string;
  readonly kind: EarKind;
  readonly place: Place;
  /** How we know the place. */
  readonly evidence: Evidence;
  readonly got: Received;
  /** Whether it keeps what it got. */
  readonly keeps: Keeping;
  /** When it will have erased it; null unless `keeps` says until. */
  readonly until: Instant | null;
}

/** What sort of listener an ear is. */
export type EarKind =
  | "microphone"
  | "wake_word"
  | "speech_to_text"
  | "agent"
  | "text_to_speech"
  | "storage"
  | "household_member"
  | "recipient"
  | "reviewer";

/** One engine that answers for a stage, and where its model came from. */
export interface EngineInfo {
  /** `wake_word`, `speech_to_text` or `text_to_speech`. */
  readonly stage: string;
  readonly name: string;
  readonly version: string;
  readonly model: string;
  /** Why this one and not another, in one English sentence. */
  readonly detail: string;
}

/** Entries that stand behind one another. */
export interface EntryRange {
  /** Index of the first of them. */
  readonly first: number;
  /** Index of the last of them; the same as `first` for a single one. */
  readonly last: number;
}

/** Contents were made unreadable: their keys are destroyed. The facts about the utterance stay. */
export interface Erased {
  readonly kind: "erased";
  readonly utterance_id: string;
  readonly at: Instant;
  readonly contents: readonly ContentKind[];
  /**
   * Who or what had them erased: a person's name at that time, "retention", "off_the_record", "not_entered" (the entry
   * that they are stored could not be written in time), "key_gone" or "lost".
   */
  readonly by: string;
}

export type ErasingEvent = ForgettingEvent | Waiting | Kept;

/**
 * How Earshot knows what it says of an ear, from the strongest to the weakest.
 *
 * - `enforced`: The operating system made anything else impossible.
 * - `observed`: It passed through Earshot's own hands.
 * - `declared`: Somebody's word for it: a manifest, a configuration, a promise.
 */
export type Evidence = "enforced" | "observed" | "declared" | "unknown";

export type ExportEvent = ReadyExport | Progress;

/** One thing that is known, or not. */
export interface Fact<T extends string | boolean> {
  /** null: unknown. */
  readonly value: T | null;
  readonly evidence: Evidence;
  readonly why: Why;
}

/** Long work was broken off by an error. The last event: the command has its answer already. */
export interface Failed {
  readonly type: "failed";
  /** The error's code, as commands answer with. */
  readonly code: string;
  /** What fills the error's sentence. */
  readonly placeholders: Readonly<{ [key: string]: string }>;
}

/** The first thing that is wrong, and where it is. */
export interface Failure {
  readonly number: number;
  /** Of the steps of the thing that was verified. */
  readonly name: string;
  readonly message: string;
  /** First entry that may be meant. null: it is not about entries. */
  readonly first: number | null;
  /** Last entry that may be meant; the same as `first` where it is known to the entry. */
  readonly last: number | null;
  /** Which checkpoint is meant, counted from 0: first those that are stored, then those that were noted elsewhere. */
  readonly checkpoint: number | null;
  readonly utterance_id: string | null;
}

/** What a person gets of a search. */
export interface Finding {
  /** The utterances that hold it, newest first, without words. */
  readonly items: readonly UtteranceView[];
  /** Utterances that were looked at. */
  readonly looked: number;
  /** Where the next search goes on. null: there is nothing more to look at. */
  readonly next: string | null;
}

/** The utterance is over. Its last record, except for what happens to what was kept of it. */
export interface Finished {
  readonly kind: "finished";
  readonly utterance_id: string;
  readonly at: Instant;
  readonly outcome: Outcome;
  /** Whether anything of it reached the internet or a place that nobody knows. */
  readonly left_house: boolean;
  readonly took_ms: number;
  /** The error's code, where the outcome is an error. */
  readonly code: string | null;
  /**
   * Where Home Assistant held the spoken answer then: its speech cache, on disk or in memory. null: nothing was spoken,
   * or it was not there any more.
   */
  readonly speech: Ear | null;
  /** Whether whoever has the answer's address could fetch it then without logging in. null: nothing was spoken. */
  readonly speech_by_token: boolean | null;
}

export type ForgettingEvent = Progress | Failed | ForgottenEvent;

/** What was forgotten. */
export interface Forgotten {
  /** Utterances that were gone through. */
  readonly utterances: number;
  /** Sounds, words and answers that nobody can read any more. Those that were erased before are not counted. */
  readonly contents: number;
  /** Entries of the ledger that were taken away. */
  readonly entries: number;
  /** Utterances that were left out, because they are still being heard or answered. */
  readonly in_flight: number;
  /** Places of Home Assistant where something was cleared, or is left. */
  readonly traces: readonly TracePurged[];
}

/** It is done. The last event. */
export interface ForgottenEvent {
  readonly type: "forgotten";
  readonly forgotten: Forgotten;
}

/** It is searched. The last event. */
export interface FoundEvent {
  readonly type: "found";
  readonly finding: Finding;
}

/** A time that Earshot did not watch, or could not write of. */
export interface Gap {
  readonly kind: "gap";
  readonly at: Instant;
  readonly began: Instant;
  readonly ended: Instant;
  readonly reason: string;
}

/** A time of the day that was not watched. */
export interface GapShown {
  readonly began: Instant;
  /** null: it goes on. Both may lie outside the day. */
  readonly ended: Instant | null;
  /**
   * "not_running", "ledger_unavailable", "vault_failed", "before_earshot" (the ledger begins later), "too_many_gaps"
   * (nobody can say quickly when it was watched).
   */
  readonly reason: string;
}

/** What was given. */
export interface GivenListTold {
  readonly given: readonly GivenTold[];
}

/** One clip that was given. */
export interface GivenTold {
  readonly donation_id: string;
  readonly utterance_id: string;
  /** When it was entered as leaving. */
  readonly at: Instant;
  readonly desk: string;
  readonly address: string;
  readonly purpose: Purpose;
  readonly contents: readonly ContentKind[];
  readonly state: string;
  /** Bytes of what was sent. */
  readonly size: number;
  /** Of what was shown, and sealed, and sent, in hexadecimal. */
  readonly sha256: string | null;
  /** Who let it go, or "waited". */
  readonly by: string;
  /** Until when the desk said to keep it. null: it went to a folder of this house. */
  readonly until: Instant | null;
  readonly receipts: readonly ReceiptOfDesk[];
  /** Receipts that the desk counted and that never came. */
  readonly missing: number;
  readonly withdraw_asked: Instant | null;
  /** Data sets that have it, whatever is withdrawn. */
  readonly published: readonly string[];
  /** The code of what went wrong last with it. */
  readonly failure: string | null;
  /** Whether this person may take it back. */
  readonly may_withdraw: boolean;
}

/** The ledger knows these utterances no more. */
export interface Gone {
  readonly type: "gone";
  readonly utterance_ids: readonly string[];
}

/** The host's answer to a grammar. */
export interface GrammarBuilt {
  readonly revision: string;
  /** Distinct words in the grammar. */
  readonly words: number;
  /** Words that no dictionary has and whose pronunciation was guessed from the spelling. */
  readonly guessed: readonly string[];
  /** Words that cannot be heard at all: sentences with them will never be recognised. */
  readonly unheard: readonly string[];
  readonly took_ms: number;
}

/** A proof, as a file, that the ledger only grew. */
export interface GrowthProof {
  readonly filename: string;
  readonly proof: string;
}

/** Some entries, newest first. Those that were redacted are not among them: nobody knows of what kind they were. */
export interface HappeningsPage {
  readonly items: readonly StoredEntry[];
  /** The `before` of the page that follows. null: this is the last one. */
  readonly next: string | null;
}

/** A satellite began to hand on what it heard. The first record of an utterance. */
export interface Heard {
  readonly kind: "heard";
  readonly utterance_id: string;
  readonly at: Instant;
  readonly satellite: Satellite;
  /** The assistant's name when it was spoken to. Empty where there was none. */
  readonly assistant: string;
  /** The phrase that woke it. null: a button, a screen or an automation did. */
  readonly wake_word: string | null;
  /** null: nobody spoke. The words were typed, or handed over by an action. */
  readonly microphone: Ear | null;
  /** How the words were given: "typed" by a person, "action" by an automation or script. null: by voice. */
  readonly given: string | null;
  /**
   * What heard the wake word: an "engine" that the sound was streamed to, or the "satellite" itself, by its own word.
   * null: there was none, or it is not known.
   */
  readonly woken_by: string | null;
  /**
   * The action that made the satellite listen: "ask_question", "start_conversation". null: a wake word, a button, or
   * nobody knows.
   */
  readonly prompted: string | null;
  /** The person whose browser or app it was, by name at that time. null: a satellite's, or not known. */
  readonly user: string | null;
  /**
   * That person by the id of their user in Home Assistant: what was said is theirs. null: a satellite's, words that an
   * action handed over, or nobody knows.
   */
  readonly user_id: string | null;
  /**
   * How it, or its sound, went past Earshot: a "pipeline" of other engines, sound sent straight to a recognizer
   * ("stt_api"), words "typed" to another agent, a "capture" of a microphone. Then nobody measured the sound, and what
   * the gate did not get itself is by Home Assistant's word. null: it came through the gate.
   */
  readonly outside: string | null;
}

/** Something of the words that is not to leave. */
export interface HiddenPart {
  /** As the redaction names it ("name", "place" …), or "person": somebody tapped it. */
  readonly kind: string;
  /** Characters from the beginning of the words before. */
  readonly begin: number;
  readonly end: number;
  /** The words that it covers, counted from 0. */
  readonly words: readonly number[];
}

/** What the host says of itself. `enforced` is what the ledger may call enforced, if Earshot started this host. */
export interface HostReport {
  readonly protocol: number;
  readonly version: string;
  readonly pid: number;
  /** A wall that closes the network stands, and every attempt was denied. */
  readonly enforced: boolean;
  readonly walls: readonly Wall[];
  readonly attempts: readonly Attempt[];
  readonly engines: readonly EngineInfo[];
  /** Models or files that were found and could not be used, one English sentence each. */
  readonly problems: readonly string[];
  /** A name of this run of the process, drawn at its start: in a container every process has the same id. */
  readonly run: string;
  /** Whom it did not let in, on a network. */
  readonly refused: readonly Refused[];
}

/** One voice host. */
export interface HostTold {
  /** Its name where there are several. null: the one that Earshot starts itself. */
  readonly title: string | null;
  /** That of its address, where somebody else runs it: then its report is its own word. null: Earshot started it. */
  readonly place: Place | null;
  readonly available: boolean;
  /** The walls, what was tried against them, and the engines. null: it was never made. */
  readonly report: HostReport | null;
  /** What was made of the home's sentences. null: it does not have them yet. */
  readonly grammar: GrammarBuilt | null;
}

/** One voice host that is there, if any is, and all of them. */
export interface HostsTold {
  /** Its name where there are several. null: the one that Earshot starts itself. */
  readonly title: string | null;
  /** That of its address, where somebody else runs it: then its report is its own word. null: Earshot started it. */
  readonly place: Place | null;
  readonly available: boolean;
  /** The walls, what was tried against them, and the engines. null: it was never made. */
  readonly report: HostReport | null;
  /** What was made of the home's sentences. null: it does not have them yet. */
  readonly grammar: GrammarBuilt | null;
  readonly hosts: readonly HostTold[];
}

/** How many seconds each kind of content is kept; 0: not at all. */
export interface HousePeriods {
  readonly sound: number;
  readonly words: number;
  readonly response: number;
}

/** What holds in the whole house. */
export interface HouseSettings {
  readonly retention: HousePeriods;
  /** null: it is on the record. */
  readonly off_the_record: Silence | null;
  readonly rules: RulesTold;
  readonly share_with_household: ToldSharing;
}

/**
 * Whether something left the house on a day, from the worst to the best.
 *
 * - `left`: Something reached the internet: something of what was said, an announcement, a microphone's stream.
 * - `unknown`: Something reached a place that nobody knows, or went past Earshot and nobody told how. To be shown as if
 *   it had left, and said as unknown.
 * - `nothing_seen`: Nothing is known to have left, and some of the day was not watched. Never to be shown as a clean
 *   day.
 * - `nothing_left`: Everything was watched (today: up to now), and nothing of it left.
 */
export type HouseVerdict = "left" | "unknown" | "nothing_seen" | "nothing_left";

/**
 * Whether an ear keeps what it got once the utterance is over.
 *
 * - `nothing`: It keeps nothing, as surely as its evidence says.
 * - `until`: It keeps it until a time that is known.
 * - `unknown`: It may keep it, or is known to keep some of it for a time that nobody states.
 */
export type Keeping = "nothing" | "until" | "unknown";

/** It was taken back, and nothing is erased. The last event. */
export interface Kept {
  readonly type: "kept";
}

/**
 * What is kept in this moment, of whatever day: what the vault has keys for and files of.
 *
 * The vault is the truth here, and not the ledger: what it has no key for nobody can read, whatever was entered.
 */
export interface KeptNow {
  readonly sounds: number;
  readonly words: number;
  readonly responses: number;
  /** On the disk, sealed. */
  readonly bytes: number;
  /** When the first of it is erased. null: nothing is kept, or nothing of it has an end. */
  readonly next_erasure: Instant | null;
  /** When the last of it that has an end is. */
  readonly last_erasure: Instant | null;
  /** How much of it is not erased by itself: its key is damaged and opens nothing, or no time was set. */
  readonly without_end: number;
}

/** What occurs in the ledger, to choose from. */
export interface Labels {
  /** What `Query.satellite` finds, by name. */
  readonly satellites: readonly string[];
  /** What `Query.heard_by` finds, by name. */
  readonly ears: readonly string[];
}

/**
 * A layout that training tools read.
 *
 * - `common_voice`: Mozilla Common Voice: `validated.tsv` and `clips/`, for speech recognition.
 * - `openwakeword`: openWakeWord: a folder `positive` and a folder `negative` for each wake word, of WAV files.
 */
export type Layout = "common_voice" | "openwakeword";

export type LedgerRecord =
  | Heard
  | Processed
  | Stored
  | Finished
  | Shared
  | Blocked
  | Erased
  | Disowned
  | Accessed
  | Redacted
  | ConsentGiven
  | ConsentWithdrawn
  | Offered
  | OfferOver
  | Donated
  | Reviewed
  | SettingChanged
  | CheckpointWitnessed
  | Gap
  | Contacted
  | Acted
  | AlsoHeard
  | Announced
  | Listened
  | TurnedAway;

/** The ledger in this moment. */
export interface LedgerStatus {
  /** Its entries. */
  readonly size: number;
  /** The latest signed note. null: none was ever signed. */
  readonly checkpoint: string | null;
  /** The newest comparison that agreed. null: there never was one. */
  readonly witnessed: CheckpointWitnessed | null;
  /** What is ill now, by its kind, and since when. */
  readonly outages: Readonly<{ [key: string]: Instant }>;
}

/** Somebody who is listed. */
export interface ListedReviewer {
  readonly user_id: string;
  readonly name: string;
  /** Whether they have one now. Without it they are let in nowhere. */
  readonly second_factor: boolean;
}

/**
 * A microphone streamed to an engine that listens for wake words: the sum of up to an hour.
 *
 * With the sound that woke it, which the utterances tell of, too.
 */
export interface Listened {
  readonly kind: "listened";
  readonly at: Instant;
  readonly satellite: Satellite;
  /** The engine, and all the sound that it got between `began` and `ended`. */
  readonly ear: Ear;
  readonly integration: string;
  readonly version: string;
  readonly began: Instant;
  readonly ended: Instant;
  /** How often it heard the wake word. */
  readonly wakes: number;
}

/**
 * Whether somebody listened or read on a day, from the worst to the best.
 *
 * Both count: what was said on the day and was heard or read at any time, and what was opened on the day, whenever it
 * was said.
 *
 * - `unknown`: A microphone was captured, or more was opened than was looked at: perhaps somebody listened.
 * - `nobody_seen`: Nobody is known to have, and some of the day was not watched.
 */
export type ListenedVerdict = "somebody" | "unknown" | "nobody_seen" | "nobody";

export type ListeningFor = "wake_word" | "command";

/** One utterance on the line of the day. */
export interface Mark {
  readonly utterance_id: string;
  readonly at: Instant;
  /** The one that a person must see first: what stands last in `sorts`. */
  readonly sort: MarkSort;
  /** All, in the order of `MarkSort`: exactly one of said and false_wake, and whatever holds of the others. */
  readonly sorts: readonly MarkSort[];
  /** Whether it is not over yet. */
  readonly open: boolean;
}

/**
 * What a mark on the line of the day stands for, from what concerns a person least to what does most.
 *
 * - `outside`: It went past Earshot.
 * - `blocked`: A rule refused to hand it on.
 * - `unknown`: Something of it reached a place that nobody knows, or nobody told how it ended. To be shown as if it had
 *   left.
 * - `left_house`: Something of it reached the internet.
 * - `listened`: A person or a reviewer heard or read it, whenever that was.
 */
export type MarkSort = "said" | "false_wake" | "outside" | "blocked" | "unknown" | "left_house" | "listened";

/** The person who asks. */
export interface Me {
  readonly role: Role;
  readonly name: string;
  readonly user_id: string;
  /** Whether there is anything that they may erase or change. */
  readonly may_change: boolean;
  /** Whose words and sound they may be handed: "all", "own" (and what was shared with the household), "none". */
  readonly shows_contents: "all" | "own" | "none";
  /** Whether they are listed as a reviewer of this house's review desk. */
  readonly reviews: boolean;
  /** Whether this house has a review desk. */
  readonly has_desk: boolean;
}

/**
 * How an offer leaves.
 *
 * - `ask`: Each waits for a person.
 * - `after_wait`: It leaves after the wait unless somebody says never. Some offers wait for a person all the same.
 */
export type Mode = "ask" | "after_wait";

/**
 * How its microphone can be shut.
 *
 * - `hardware`: By a switch on the device, which Home Assistant sees and cannot turn.
 * - `software`: By a switch in Home Assistant, which asks the device or its integration not to listen.
 */
export type Mute = "hardware" | "software" | "none_known";

/** What is there for a reviewer now. */
export interface NextClip {
  /** The clip in their hands now. null: there is none for them. */
  readonly clip: ClipToReview | null;
  readonly progress: ReviewProgress;
}

/** What is different since the event before. */
export interface NowChanged {
  readonly type: "changed";
  /** Those that are new or other than before. */
  readonly satellites: readonly SatelliteNow[];
  /** Entity ids of satellites that are there no more. */
  readonly gone: readonly string[];
  /** All of them, where one has come, gone or changed. null: they are as before. */
  readonly others: readonly OtherNow[] | null;
}

export type NowEvent = NowShown | NowChanged | Unavailable;

/** Everything that listens, or could. */
export interface NowShown {
  readonly type: "now";
  readonly satellites: readonly SatelliteNow[];
  readonly others: readonly OtherNow[];
}

/**
 * What a satellite, a browser or an app does.
 *
 * - `idle`: Nothing comes from its microphone to Home Assistant, as far as Home Assistant knows.
 * - `listening`: The sound of its microphone comes in: for a wake word (`listening_for`), maybe all day, or for a
 *   command.
 * - `processing`: The command is being understood and answered.
 * - `responding`: The answer, or an announcement, is being spoken. It may listen for a wake word meanwhile.
 * - `unavailable`: It is away, or its integration is not loaded: nobody knows what it does.
 */
export type NowState = "idle" | "listening" | "processing" | "responding" | "unavailable";

/** An offer came to nothing: what was prepared of it is destroyed, and the desk has nothing of it. */
export interface OfferOver {
  readonly kind: "offer_over";
  readonly utterance_id: string;
  /** When it was over, which may be some time before it was entered. */
  readonly at: Instant;
  readonly purpose: string;
  readonly desk: string;
  readonly consent_id: string;
  /**
   * "never" (a person said so), "unanswered" (nobody did in two weeks), "consent_over", "erased" (what it was made of
   * was), "contents_gone" (it came back from a backup without its keys), "restart" (it was being prepared), or the code
   * of the error by which it could not leave: "desk_refused" and others.
   */
  readonly reason: string;
  /** The person who said never, by name at that time; null: it was nobody's decision. */
  readonly by: string | null;
}

/** One clip that may leave. Facts only. */
export interface OfferTold {
  readonly offer_id: string;
  readonly utterance_id: string;
  readonly said: Instant;
  readonly satellite_label: string;
  readonly state: string;
  readonly purpose: Purpose;
  readonly desk: string;
  /** Sound, words, or both. */
  readonly contents: readonly ContentKind[];
  readonly sound_ms: number;
  /** Bytes as they would leave, before they are sealed. 0: they are not ready yet. */
  readonly size: number;
  /** Of those bytes, in hexadecimal. null: they are not ready. */
  readonly sha256: string | null;
  /** When it leaves by itself. null: never without a person's yes. */
  readonly until: Instant | null;
  /** When it is dropped if nobody has answered by then. */
  readonly drop_at: Instant;
  readonly by_hand: boolean;
  /** Whether nobody knows where in the sound the hidden words are: then it never leaves by itself. */
  readonly times_unknown: boolean;
  /** As in `ChoicesTold`. */
  readonly strength: number;
  /** The code of what went wrong last with it. */
  readonly failure: string | null;
  /** Whether this person may see the preview, and hear it. */
  readonly may_read: boolean;
}

/** A clip was put up for donation, or was refused to be. */
export interface Offered {
  readonly kind: "offered";
  readonly utterance_id: string;
  readonly at: Instant;
  readonly contents: readonly ContentKind[];
  readonly purpose: string;
  readonly desk: string;
  /** The consent that covers it. null: none did. */
  readonly consent_id: string | null;
  /** When it leaves unless somebody stops it. null: it waits for a person, or was refused. */
  readonly until: Instant | null;
  /**
   * Why it is no offer: "no_consent", "off_the_record", "false_wake", "guest", "suspended", "not_sampled", "daily_cap",
   * "no_sound", "not_prepared", "blocked", "not_finished", "not_a_false_wake". null: it is one.
   */
  readonly refused: string | null;
  /** The place on disk where it lies sealed until it is decided about, and until when at most. null: nowhere. */
  readonly ear: Ear | null;
}

/** All offers that are not decided. */
export interface OffersTold {
  readonly offers: readonly OfferTold[];
}

/**
 * What listens beside satellites.
 *
 * - `capture`: Somebody captures the microphone of a satellite. Home Assistant says neither who, nor from where.
 * - `run`: A browser's, a phone's or an app's run of an assistant, with its own microphone or with words that were
 *   typed.
 * - `stt_api`: Sound is sent straight to a recognizer.
 */
export type OtherKind = "capture" | "run" | "stt_api";

/** Something that goes on in this moment and is no satellite. */
export interface OtherNow {
  /** Stays as long as it goes on. */
  readonly id: string;
  readonly kind: OtherKind;
  /** The satellite that is captured. */
  readonly entity_id: string | null;
  /** Its name. */
  readonly label: string | null;
  /** The person whose browser or app it is. null: nobody knows. */
  readonly user: string | null;
  readonly state: NowState;
  readonly listening_for: ListeningFor | null;
  readonly since: Instant | null;
  readonly streams_to: StreamsTo | null;
}

/**
 * How an utterance ended.
 *
 * - `answered`: It was understood and answered.
 * - `not_understood`: Somebody spoke, and it was no sentence that this home understands.
 * - `false_wake`: The wake word was reported, and nobody spoke to it.
 * - `failed`: An engine or the pipeline reported an error.
 * - `cancelled`: The run was broken off before it ended, for example by a restart.
 * - `blocked`: A rule refused to hand it on.
 * - `unseen`: It went past Earshot, and nobody told how it ended.
 */
export type Outcome = "answered" | "not_understood" | "false_wake" | "failed" | "cancelled" | "blocked" | "unseen";

/** Some utterances, newest first. */
export interface Page {
  readonly items: readonly UtteranceView[];
  /** The `before` of the page that follows. null: this is the last one. */
  readonly next: string | null;
}

/** A pipeline that a satellite uses. One that knows several wake words may use one for each. */
export interface PipelineUse {
  /** Entity id of the choice. */
  readonly select: string;
  /** What is chosen: a pipeline's name, or `preferred`. null: the satellite is away. */
  readonly option: string | null;
  /** Name of the pipeline that this comes to. null: unknown. */
  readonly pipeline: string | null;
  /** Id of Earshot's assistant that the pipeline leads through. null: it goes past Earshot, or nobody knows. */
  readonly assistant: string | null;
  readonly stages: readonly StagePosture[];
}

/**
 * Where an ear is, from the inside of the house to the outside.
 *
 * - `unknown`: Nobody can say. Everything that decides treats it as the internet.
 */
export type Place = "satellite" | "sandbox" | "this_machine" | "home_network" | "internet" | "unknown";

/** Utterances that had an ear at a place. One that had ears at three places is in three of these. */
export interface PlaceCount {
  readonly place: Place;
  readonly count: Count;
}

/** A satellite that a consent could be given for, or why not. */
export interface PlaceToConsent {
  readonly satellite: string;
  readonly label: string;
  readonly area: string | null;
  /** Whether guests or children speak there: then nothing of it is ever offered. */
  readonly guests_or_children: boolean;
}

/** All that is known of one satellite. */
export interface Posture {
  readonly satellite: Satellite;
  /** The satellite's id in the entity registry; its entity id where it is not there. */
  readonly key: string;
  readonly integration: string;
  readonly speaks: Fact<Speaks>;
  readonly available: boolean;
  /** Whether it can be made to say something. */
  readonly announces: boolean;
  readonly wake: Wake;
  readonly mute: Fact<Mute>;
  /** Whether it is muted now. */
  readonly muted: Fact<boolean>;
  readonly doors: readonly Door[];
  /** Whether sound on its way between satellite and Home Assistant can be read by others in the network. */
  readonly encrypted: Fact<boolean>;
  readonly pipelines: readonly PipelineUse[];
  /** Id of the subentry that pairs it. null: it is not paired. */
  readonly paired: string | null;
}

/** An offer exactly as it would leave, and what was changed. */
export interface PreviewTold {
  readonly offer: OfferTold;
  readonly words_before: string | null;
  /** As they would leave. null: no words leave. */
  readonly words: string | null;
  readonly hidden: readonly HiddenPart[];
  /** The words that a person hid, counted from 0. */
  readonly hide: readonly number[];
  /** The method and its strength. null: no sound leaves. */
  readonly masked: string | null;
  readonly trimmed_ms: number;
  /** How many parts of the sound are covered by a tone. */
  readonly beeps: number;
  readonly week: string;
  readonly language: string;
  readonly wake_word: string | null;
}

/** One stage of the pipeline had the utterance in its hands, and is done with it. */
export interface Processed {
  readonly kind: "processed";
  readonly utterance_id: string;
  readonly at: Instant;
  readonly stage: Stage;
  readonly ear: Ear;
  readonly took_ms: number;
  /** Domain of the integration whose engine it was. */
  readonly integration: string;
  /** Version of that integration or engine, as it named itself. */
  readonly version: string;
  /** "ok", "rejected", "silence" or "error:<code>"; "unseen" where nobody told how it went. */
  readonly status: string;
  /** Names of the interfaces by which an agent may see and use the home. null: it has none, or it is not known. */
  readonly llm_apis: readonly string[] | null;
  /** How many entities of the home an agent could see. null: not known. */
  readonly exposed_entities: number | null;
}

/** How far long work is. */
export interface Progress {
  readonly type: "progress";
  readonly done: number;
  /** Null where nobody knows how much there is. */
  readonly total: number | null;
}

/** How far the ledger is proven: an entry is, by each of these, if its index is below it. */
export interface ProofSizes {
  /** Entries of the ledger. */
  readonly size: number;
  /** Entries of the tree that was signed last. As long as nothing is wrong it is all of them. */
  readonly signed_size: number;
  /** Entries of the newest checkpoint that somebody outside held, and that agreed. 0: nobody did. */
  readonly witnessed_size: number;
}

/** What donors read, as it is signed. */
export interface PublishedStatement {
  readonly version: number;
  readonly issued: Instant;
  /** Hash of what is signed, in hexadecimal: what consents name. */
  readonly sha256: string;
  readonly address: string;
  readonly name: string;
  readonly contact: string;
  readonly people: string;
  readonly place: string;
  readonly retention_days: number;
  readonly purposes: readonly Purpose[];
  /** By language. */
  readonly texts: Readonly<{ [key: string]: StatementText }>;
}

/** One use that a person consents to, each by itself. */
export type Purpose = "improve_wake_words" | "improve_speech_recognition" | "study_false_wakes";

/**
 * Why somebody may read and hear what was said, or that they may not.
 *
 * - `all`: They are an administrator.
 * - `own`: They said it themselves, in their own browser or app.
 * - `shared`: An administrator had shared the satellite with the household when it was said.
 */
export type Readable = "all" | "own" | "shared" | "nothing";

/** A file that waits to be fetched. The first event. */
export interface ReadyExport {
  readonly type: "ready";
  /** Its signed address on this Home Assistant, valid once and for a minute. */
  readonly path: string;
  readonly filename: string;
  /** Index of its first entry. */
  readonly first: number;
  /** Index behind its last entry. */
  readonly end: number;
}

/** Why the sentence says what it says. */
export interface Reason {
  readonly part: SentencePart;
  /** The verdict of its part that it speaks for. */
  readonly says: HouseVerdict | ListenedVerdict | WatchedVerdict;
  readonly why: ReasonKind;
  /** The ear, the person, the satellite of a stream that goes on, as they were called then. Empty: nobody knows. */
  readonly who: string;
  readonly ear: EarKind | null;
  readonly place: Place | null;
  /** How we know the place. null: there is none to know. */
  readonly evidence: Evidence | null;
  /** What `why` says of it. */
  readonly how: string | null;
  /** Of how many utterances, entries or gaps it is. */
  readonly count: number;
  /** Whether there may be more of them: only the newest were looked at. */
  readonly at_least: boolean;
  /** Some of those utterances, the newest first; 20 at most. */
  readonly utterance_ids: readonly string[];
  /** When it last happened. */
  readonly last_at: Instant | null;
}

/**
 * What a reason tells of.
 *
 * - `ear`: An ear that got utterances of the day: `who` it is, and where. Reasons that say "nothing_left" are of this
 *   kind, too: they name those at home, of the newest utterances.
 * - `unseen`: Utterances that went past Earshot, and of which nobody told how they ended.
 * - `shared`: Contents were handed to somebody: `how` is the way they went.
 * - `captured`: Somebody captured a microphone. Nobody knows who, nor from where.
 * - `announced`: A voice outside the house got announcements.
 * - `streamed`: A wake word engine outside the house got the stream of a microphone.
 * - `streams_now`: A microphone streams there in this moment.
 * - `accessed`: A person (`who`) opened contents: `how` is "words", "sound", "export", "found".
 * - `reviewed`: A reviewer heard a donation: `how` is what was done with it.
 * - `more`: There were more entries than were looked at, and nobody can say quickly what is in them. `how` is their
 *   kind.
 * - `open`: Utterances that are not over yet.
 * - `gap`: A time that was not watched: `how` is the gap's reason, `sound_ms` none. See `Today.gaps`.
 */
export type ReasonKind =
  | "ear"
  | "unseen"
  | "shared"
  | "captured"
  | "donated"
  | "announced"
  | "streamed"
  | "streams_now"
  | "accessed"
  | "reviewed"
  | "more"
  | "open"
  | "gap";

export type RebuildingEvent = Progress | Failed | RebuiltEvent;

/** The list is made anew. The last event. */
export interface RebuiltEvent {
  readonly type: "rebuilt";
  /** Utterances that stood in it otherwise than the entries tell, or did not stand in it. */
  readonly put_right: number;
}

/** What somebody at the desk did with it, signed by the desk. */
export interface ReceiptOfDesk {
  readonly receipt_id: string;
  readonly action: string;
  readonly at: Instant;
  /** A number at that desk. null: the desk itself. */
  readonly reviewer: string | null;
  readonly heard_ms: number | null;
  readonly reason: string | null;
  /** Data sets that it was in already: from those nobody can take it back. */
  readonly published: readonly string[];
  /** What they wrote. null: nothing, or this person may not read it, or it does not open here. */
  readonly words: string | null;
  /** Whether this person may read it and it does not open here: the home was restored from a backup since. */
  readonly unopened: boolean;
}

/** The receipt for an utterance as a file. It holds no words. */
export interface ReceiptTold {
  readonly filename: string;
  readonly receipt: string;
  /** The keys that it is verified with. */
  readonly keys: readonly string[];
}

/**
 * How much an ear got.
 *
 * A field is null where that kind of content was not handed over, or, outside Earshot, where nobody measured it.
 */
export interface Received {
  /** Milliseconds of sound. */
  readonly sound_ms: number | null;
  /** Bytes of sound, as handed over. */
  readonly sound_bytes: number | null;
  /** Number of words; never the words. */
  readonly words: number | null;
}

/** Facts were taken away: of these entries only their leaves are left. It says how much, and no longer of whom. */
export interface Redacted {
  readonly kind: "redacted";
  readonly at: Instant;
  /** What lost salt and body, in order, none twice. All of it stands before this entry. */
  readonly entries: readonly EntryRange[];
  /** Of how many utterances they were. 0 in an entry that goes on where the one before it was full. */
  readonly utterances: number;
  /** Who or what had them redacted: a person's name at that time, or "withdrawal". */
  readonly by: string;
}

/** Connections that were not let in, for one reason, since the host started. */
export interface Refused {
  /** One of the REFUSED values. */
  readonly why: string;
  readonly count: number;
  /** Address that the last of them came from. */
  readonly last_from: string;
}

/** How far a reviewer is now, and which clip is in their hands. */
export interface ReviewChanged {
  readonly type: "review";
  readonly progress: ReviewProgress;
  /** That of the clip in their hands. null: there is none, or it was taken out of them: taken back, or over. */
  readonly ticket: string | null;
}

export type ReviewEvent = ReviewChanged | Unavailable;

/** How far a reviewer is. */
export interface ReviewProgress {
  /** Clips that they were given today. */
  readonly today: number;
  /** Clips that they are given on one day at most. */
  readonly limit: number;
  /** Labels that they have given in all, of clips that are still here. */
  readonly labels: number;
  /** Clips that wait for a label of theirs. */
  readonly waiting: number;
}

/** How far a reviewer is, and under what. */
export interface ReviewTold {
  readonly progress: ReviewProgress;
  readonly bound: Bound;
}

/** A review desk did something with a donation, and signed a receipt for it. */
export interface Reviewed {
  readonly kind: "reviewed";
  /** null in the ledger of the desk, which does not know it. */
  readonly utterance_id: string | null;
  /** When this ledger heard of it. */
  readonly at: Instant;
  readonly donation_id: string;
  /** The reviewer, and how much they heard; the desk itself for a deletion. */
  readonly ear: Ear;
  /** "listened", "labelled", "skipped", "published" (it went into a data set), "deleted" or "raised_danger". */
  readonly action: string;
  /** When it happened, by the desk's word. */
  readonly happened: Instant;
  /** Hash of the signed receipt, in hexadecimal. */
  readonly receipt_sha256: string;
}

/**
 * The part that somebody has in this house. Everybody has one at most.
 *
 * - `admin`: Sees all, and changes all.
 * - `member`: Lives here: sees the facts of the house, and what is their own or shared with them.
 * - `read_only`: A member who changes nothing.
 * - `reviewer`: Listens to donated clips at this house's review desk, and sees nothing else of the house.
 */
export type Role = "admin" | "member" | "read_only" | "reviewer";

/**
 * What holds before something is handed to an engine, from the strictest to the loosest.
 *
 * - `local_only`: It is not handed over, and whoever speaks is told why.
 * - `ask`: It is handed over when whoever speaks says yes.
 * - `warn`: It is handed over, and somebody is told.
 * - `allow`: It is handed over.
 */
export type Rule = "local_only" | "ask" | "warn" | "allow";

/**
 * What a rule is about: each engine is handed one of the two.
 *
 * - `sound`: What wake word engines and recognizers get.
 * - `words`: What agents get, and voices: what is answered tells what was asked.
 */
export type RuleContent = "sound" | "words";

export type RulesTold = { readonly [K in RuleContent]?: ToldRules };

/** The thing that an utterance was said to, as it was called at that time. */
export interface Satellite {
  readonly label: string;
  /** null for a run that no satellite began: a browser, a phone, an action. */
  readonly entity_id: string | null;
  readonly area: string | null;
}

/** Utterances said to one satellite. */
export interface SatelliteCount {
  /** Its entity id, or its label where it has none. null: the ledger could not be written when it was heard. */
  readonly satellite: string | null;
  readonly count: Count;
}

/** What was said to one satellite on the day. */
export interface SatelliteLine {
  /**
   * What it goes by in filters and totals: its entity id, or its label where it has none. null: the ledger could not be
   * written when it was heard.
   */
  readonly name: string | null;
  /** null: a browser, an app, an action. */
  readonly entity_id: string | null;
  /** As it was called at its newest utterance that is listed. */
  readonly label: string | null;
  readonly area: string | null;
  /** All its utterances of the day, false wakes too. */
  readonly count: number;
  /** The newest, the oldest of them first. */
  readonly marks: readonly Mark[];
  /** How many earlier utterances have no mark here. All satellites together have 1,000 marks at most. */
  readonly more: number;
}

/** One satellite in this moment. */
export interface SatelliteNow {
  readonly entity_id: string;
  readonly label: string;
  readonly area: string | null;
  readonly state: NowState;
  /** null: no sound of it comes in. */
  readonly listening_for: ListeningFor | null;
  /** From when it has been so. null: not known. */
  readonly since: Instant | null;
  /** null: nobody gets sound from it, as far as Home Assistant knows. */
  readonly streams_to: StreamsTo | null;
  /**
   * Where its wake word is heard. "on_device": it listens all the time itself, and sends nothing before. null: nobody
   * knows.
   */
  readonly wake: WakePlace | null;
  readonly wake_evidence: Evidence;
  /** By the word of an entity of its device. null: it has none, or it does not say. */
  readonly muted: boolean | null;
  /** Whether nothing is kept of what is said to it, because that was set for it or for the house. */
  readonly off_the_record: boolean;
  /** When that ends by itself. null: it does not, or there is nothing to end. */
  readonly off_the_record_until: Instant | null;
  /** Whether somebody captures its microphone: see the captures among `others`. */
  readonly captured: boolean;
}

/** What is set for a satellite itself. What is not is as the house has it. */
export interface SatelliteSettings {
  /** Its entity id; `no_satellite` for what is said to none. */
  readonly satellite: string;
  /** Seconds. */
  readonly retention: { readonly [K in ContentKind]?: number };
  readonly off_the_record: Silence | null;
  readonly rules: RulesTold;
  readonly share_with_household: ToldSharing;
  /** Whether guests or children speak to it: nothing of it is ever offered for donation. */
  readonly guests_or_children: boolean;
}

/** Every satellite, by their names. */
export interface SatellitesTold {
  readonly satellites: readonly Posture[];
}

export type SearchingEvent = Progress | Failed | FoundEvent;

/** The verdicts of a day. Each is as bad as the worst of its reasons. */
export interface Sentence {
  /** As `Today.said`. */
  readonly said: number;
  readonly house: HouseVerdict;
  readonly listened: ListenedVerdict;
  readonly watched: WatchedVerdict;
}

/** The part of the sentence that a reason is of. */
export type SentencePart = "house" | "listened" | "watched";

/** A setting that decides what is kept, shared or handed on was changed. */
export interface SettingChanged {
  readonly kind: "setting_changed";
  readonly at: Instant;
  /**
   * Its name, which does not change with the language: "keep_sound", "keep_words" and "keep_response" (their values are
   * ISO 8601 durations in days or minutes, or "as_the_house"), "off_the_record" ("on", "off"), "household_key",
   * "share_with_household" ("on", "off", "as_the_house"), "guests_or_children" ("on", "off"); "rule_sound" and
   * "rule_words" (a rule, "as_the_house" or "as_its_place"); of donation "donation_mode" ("ask", "after_wait"),
   * "donation_wait" (an ISO 8601 duration in seconds), "donation_sampling" and "donation_strength" (from 0 to 1),
   * "donation_daily_cap", "donation_proxy" and "donation_folder" ("on", "off", "another"); of a review desk
   * "desk_data_set" (the name of one that was made) and "desk_alarm" (its number, and what was decided).
   */
  readonly setting: string;
  /**
   * What a rule stands for: a place ("this_machine", "home_network", "internet"), or an engine by the id that it had
   * then. null: the setting is no rule.
   */
  readonly target: string | null;
  /** The satellite that it holds for. null: the whole house. */
  readonly satellite: Satellite | null;
  /** Its value until then. null: it was not set. */
  readonly before: string | null;
  readonly after: string;
  /** When it will go back by itself. null: it stays. */
  readonly until: Instant | null;
  /** The person's name at that time, or the automation's. */
  readonly by: string;
}

/** Contents were handed to somebody on purpose, other than as a donation. Entered before they are handed over. */
export interface Shared {
  readonly kind: "shared";
  readonly utterance_id: string;
  readonly at: Instant;
  readonly contents: readonly ContentKind[];
  /** Who got them, and until when they said to keep them. */
  readonly ear: Ear;
  /** The way they went: "file", "action", "capture" of a microphone while it is open. */
  readonly how: string;
  /** The person who handed them over, by name at that time. Empty: nobody knows. */
  readonly by: string;
}

/** A checkpoint for somebody outside. */
export interface ShownCheckpoint {
  /** The signed note. null: none was ever signed. */
  readonly checkpoint: string | null;
  /** Its QR code, which scales to any size. null with the checkpoint. */
  readonly svg: string | null;
  /** The keys that it is verified with. */
  readonly keys: readonly string[];
}

/** One time off the record. */
export interface Silence {
  readonly since: Instant;
  /** When it ends by itself. null: when somebody ends it. */
  readonly until: Instant | null;
}

/** Where a sound can be fetched for five minutes, in parts, by the person whom this is told. */
export interface SoundPath {
  readonly path: string;
  readonly content_type: string;
}

/** How a satellite talks to Home Assistant. */
export type Speaks = "wyoming" | "esphome" | "voip" | "other";

/** One step of an Assist pipeline run, in the order in which they happen. */
export type Stage = "wake_word" | "speech_to_text" | "conversation" | "text_to_speech";

/** The engine of one stage of a satellite's pipeline. */
export interface StagePosture {
  readonly stage: Stage;
  readonly label: string;
  readonly integration: string;
  readonly place: Place;
  readonly evidence: Evidence;
}

/** One stage that an utterance went through. */
export interface StageView {
  readonly stage: Stage;
  readonly ear: Ear;
  readonly took_ms: number;
  readonly integration: string;
  readonly version: string;
  readonly status: string;
  /** Interfaces by which an agent may see and use the home. null: it has none, or it is not known. */
  readonly llm_apis: readonly string[] | null;
  /** How many entities an agent could see. null: not known. */
  readonly exposed_entities: number | null;
}

/** More has changed at once than is told one by one: the list is to be read anew. */
export interface Stale {
  readonly type: "stale";
}

/** What is said to a person, in one language. Each is one to a few sentences. */
export interface StatementText {
  /** That people will listen. */
  readonly listen: string;
  readonly who: string;
  readonly where: string;
  readonly how_long: string;
  readonly what_for: string;
  /** How to withdraw, and what cannot be undone. */
  readonly withdraw: string;
  /** What the desk does if somebody seems to be in danger. */
  readonly danger: string;
}

/** A desk's own statement, as it signed it. */
export interface StatementTold {
  readonly address: string;
  readonly name: string;
  readonly contact: string;
  /** Who listens. */
  readonly people: string;
  /** Where they do. */
  readonly place: string;
  readonly retention_days: number;
  readonly purposes: readonly Purpose[];
  /** By language. */
  readonly texts: Readonly<{ [key: string]: StatementText }>;
  readonly version: number;
  readonly issued: Instant;
  /** Of the statement, in hexadecimal: a consent holds for exactly this one. */
  readonly sha256: string;
  /** Fingerprint of the key that clips are sealed for, in hexadecimal. */
  readonly key_sha256: string;
}

/** One step that held. */
export interface Step {
  /** Counted from 1. */
  readonly number: number;
  /** Of the steps of the thing that was verified. */
  readonly name: string;
  /** How many things of its kind were looked at. */
  readonly checked: number;
}

/** The steps of a verification, in order. */
export type StepName = "numbers" | "leaves" | "bodies" | "redactions" | "nodes" | "head" | "checkpoints" | "utterances";

/** Something of the utterance was sealed in the vault. */
export interface Stored {
  readonly kind: "stored";
  readonly utterance_id: string;
  readonly at: Instant;
  readonly content: ContentKind;
  /** The place on disk; `ear.until` is when it will be erased. */
  readonly ear: Ear;
  /** Bytes of the content before sealing. */
  readonly size: number;
  /** The vault's keyed commitment to the content, in hexadecimal. It says nothing once the key is destroyed. */
  readonly commitment: string;
}

/** One entry of the ledger. */
export interface StoredEntry {
  /** Its place, counted from 0. */
  readonly index: number;
  readonly record: LedgerRecord;
  /** Its leaf in the tree, in hexadecimal. */
  readonly leaf_hash: string;
}

/** How much of a microphone's sound an engine that listens for wake words got on the day. */
export interface StreamSum {
  /** The satellite's, as in `SatelliteLine`. */
  readonly name: string;
  readonly entity_id: string | null;
  readonly label: string;
  readonly area: string | null;
  readonly engine: string;
  readonly place: Place;
  readonly evidence: Evidence;
  readonly sound_ms: number;
  readonly sound_bytes: number;
  /** How often it heard the wake word. */
  readonly wakes: number;
  readonly since: Instant;
  /** The time in which it did. Sums are entered by the hour, so the first may begin on the day before. */
  readonly until: Instant;
  /** Whether it streams in this moment. Then up to now is counted. */
  readonly going_on: boolean;
}

/** Where the sound of a microphone goes in this moment. */
export interface StreamsTo {
  /** The engine. Empty: nobody knows which. */
  readonly label: string;
  /**
   * null: it comes as far as Earshot's gate and no further, because a rule keeps it from the engine, or because there
   * is no engine at the moment.
   */
  readonly ear: EarKind | null;
  readonly place: Place;
  /** How the place is known. */
  readonly evidence: Evidence;
}

/** A thing of the home that something was done to, as it was called at that time. */
export interface Target {
  readonly entity_id: string;
  /** The room it stood in. */
  readonly area: string | null;
}

/** One day, of today or before, and what is kept and needs a decision in this moment. */
export interface Today {
  /** ISO 8601, as the calendar of the house's time zone has it. */
  readonly day: string;
  readonly began: Instant;
  /** When the next day begins: 23, 24 or 25 hours later. */
  readonly ended: Instant;
  readonly is_today: boolean;
  /** Utterances but for false wakes. */
  readonly said: number;
  readonly false_wakes: number;
  /** Refused by a rule. */
  readonly blocked: number;
  /** Utterances of which something reached the internet or a place that nobody knows. */
  readonly left_house: number;
  /** Those among them that reached no place on the internet that is known, or went past Earshot without an end. */
  readonly unknown: number;
  /** Utterances that a person or a reviewer heard or read by now. */
  readonly listened: number;
  /** Utterances that went past Earshot, among the newest 1,000 of the day. */
  readonly outside: number;
  /** Utterances that are not over yet. */
  readonly open: number;
  readonly sentence: Sentence;
  /** The worst first, part by part. */
  readonly reasons: readonly Reason[];
  /** Utterances by the places where they had an ear. Those without any are left out. */
  readonly places: readonly PlaceCount[];
  /** By label. */
  readonly satellites: readonly SatelliteLine[];
  /** In order. */
  readonly gaps: readonly GapShown[];
  readonly streamed: readonly StreamSum[];
  readonly announced: readonly AnnouncementSum[];
  readonly contacted: readonly ContactSum[];
  /** null: the vault does not answer. */
  readonly kept: KeptNow | null;
  /** The most urgent first. */
  readonly decisions: readonly Decision[];
  /** Whether it was looked for leftovers by now. It is done in the background; a subscription tells when it is. */
  readonly leftovers_known: boolean;
}

export type TodayEvent = TodayShown | Unavailable;

/** The day as it is now. */
export interface TodayShown {
  readonly type: "today";
  readonly today: Today;
}

/** What holds before one kind of content is handed on. */
export interface ToldRules {
  readonly places: { readonly [K in Zone]?: Rule };
  /** By the engine's id in Home Assistant. */
  readonly engines: Readonly<{ [key: string]: Rule }>;
}

/** What people set. */
export interface ToldSettings {
  /** Whether it is known what people set. Nothing is kept or handed on otherwise. */
  readonly readable: boolean;
  readonly house: HouseSettings;
  readonly satellites: readonly SatelliteSettings[];
}

/** Whether everybody in the house may read and hear what is said. */
export interface ToldSharing {
  /** null: the satellite does as the house does. */
  readonly shared: boolean | null;
  /** From when on, as it holds now: nothing that was said before. null: it is not shared. */
  readonly since: Instant | null;
}

/** Utterances of some days. */
export interface Totals {
  readonly all: Count;
  /** Every day that was asked for, in order, also those on which nothing was said. */
  readonly days: readonly DayCount[];
  /** Every place, from the inside of the house to the outside. */
  readonly places: readonly PlaceCount[];
  /** Those that heard anything, by name. */
  readonly satellites: readonly SatelliteCount[];
}

/** What one place holds now. Numbers and instants, never the words or the sound. */
export interface TraceFound {
  readonly place: string;
  /** How many things: files, runs, rows, settings. null: nobody can say. */
  readonly count: number | null;
  /** Bytes. null: not counted. */
  readonly size: number | null;
  /** From when the oldest is. null: not known, or there is none. */
  readonly since: Instant | null;
  /** When Home Assistant will have dropped all of it by itself. null: at no set time. */
  readonly until: Instant | null;
  /** How we know: observed is looked at just now. */
  readonly evidence: Evidence;
  readonly purgeable: boolean;
  /** One of REASONS: why it cannot be cleared, or why nobody can say. A key of the translations. */
  readonly why_not: string | null;
}

/** What became of one place. */
export interface TracePurged {
  readonly place: string;
  /** How many things are gone. */
  readonly count: number;
  /** How many are still there. null: nobody can say. */
  readonly left: number | null;
  /** One of REASONS, where something is left. */
  readonly why_not: string | null;
}

/** What is in every place now. */
export interface TracesFound {
  readonly traces: readonly TraceFound[];
}

/** What is gone, what is left, and why. */
export interface TracesPurged {
  readonly traces: readonly TracePurged[];
}

/**
 * A voice host on a network did not let somebody in who did not prove to know its pairing code.
 *
 * Told by the host. Nothing was asked of it and nothing told before that.
 */
export interface TurnedAway {
  readonly kind: "turned_away";
  /** When this ledger heard of it. */
  readonly at: Instant;
  /** The voice host, by its name at that time. */
  readonly label: string;
  /**
   * "no_tls": it spoke something else. "wrong_code". "timeout": it proved nothing in time, or went away. "too_many":
   * others were trying already.
   */
  readonly why: string;
  /** Connections since the entry before, or since the host started. */
  readonly count: number;
  /** Network address that the last of them came from. */
  readonly last_from: string;
}

/**
 * What is followed cannot be told for now, and what was sent before may not be true any more.
 *
 * The next event of another type tells it anew.
 */
export interface Unavailable {
  readonly type: "unavailable";
  /** "not_loaded" while Earshot is being reloaded, or the error's code, as commands answer with. */
  readonly code: string;
}

/** How many utterances a list has on all its pages. */
export interface UtteranceCount {
  readonly count: number;
}

export type UtteranceEvent = Changed | Gone | Stale;

/** One utterance with its entries. */
export interface UtteranceTold {
  readonly utterance: UtteranceView;
  readonly entries: readonly StoredEntry[];
  /** By their indexes it tells how far each entry is proven. */
  readonly proof: ProofSizes;
  /** null: they were not asked for. */
  readonly words: WordsRead | null;
  /** Whether words and sound may be read and heard by whoever asks, and why. */
  readonly readable: Readable;
  /** Whether whoever asks may erase them. */
  readonly may_change: boolean;
}

/** One utterance: who was within earshot, what was kept, how it ended. */
export interface UtteranceView {
  readonly utterance_id: string;
  /** Instant of its first entry. */
  readonly at: Instant;
  /** null if the ledger could not be written when it was heard. */
  readonly satellite: Satellite | null;
  readonly assistant: string | null;
  readonly wake_word: string | null;
  /** "engine" or "satellite". null: nothing woke it, or it is not known what did. */
  readonly woken_by: string | null;
  /** How the words were given: "typed", "action". null: by voice. */
  readonly given: string | null;
  /** The action that made the satellite listen. */
  readonly prompted: string | null;
  /** The person whose browser or app it was, by name at that time. */
  readonly user: string | null;
  /** That person by the id of their user: what was said is theirs. null: nobody's own. */
  readonly user_id: string | null;
  /** How it went past Earshot: "pipeline", "stt_api", "typed", "capture". null: it came through the gate. */
  readonly outside: string | null;
  /** null while it is open. */
  readonly outcome: Outcome | null;
  /** The person who said that it was not meant for the house; its outcome is a false wake then. null: nobody did. */
  readonly disowned_by: string | null;
  /** Whether anything of it reached the internet or a place that nobody knows, as far as is known by now. */
  readonly left_house: boolean;
  /** Whether a person or a reviewer heard or read what was kept of it. */
  readonly listened: boolean;
  /** From the first sound to the end. null while it is open. */
  readonly took_ms: number | null;
  /** The error's code, where it ended in an error. */
  readonly code: string | null;
  /** Everything that received it, in the order of the entries. */
  readonly ears: readonly Ear[];
  readonly stages: readonly StageView[];
  /** Who did not get it, because of a rule. */
  readonly blocked: readonly BlockView[];
  readonly contents: readonly ContentView[];
  /** What it did to the home. null: nothing was entered of that. */
  readonly acted: DeedsView | null;
  /** Other satellites that heard the same wake word. */
  readonly also_heard: readonly Satellite[];
  /** Whether its spoken answer could be fetched without logging in when it ended. null: nothing was spoken. */
  readonly speech_by_token: boolean | null;
}

/** What a verification came to. */
export interface Verdict {
  /** Whether every step held. */
  readonly ok: boolean;
  /** Entries that were looked at. */
  readonly size: number;
  /** Root of the tree that they make, in hexadecimal. */
  readonly root: string;
  /** Entries of which only the leaf is left, as later entries say. */
  readonly redacted: number;
  /** Those that held. */
  readonly steps: readonly Step[];
  readonly failure: Failure | null;
}

/** It is verified. The last event. */
export interface VerdictEvent {
  readonly type: "verdict";
  readonly verdict: Verdict;
}

export type VerifyingEvent = Progress | Failed | VerdictEvent;

/** It is done when its time is over, unless it is taken back. Until then nobody gets what is to be erased. */
export interface Waiting {
  readonly type: "waiting";
  /** What `earshot/utterances/keep` takes it back with. */
  readonly ticket: string;
  readonly until: Instant;
}

/** How the satellite is woken. */
export interface Wake {
  readonly where: Fact<WakePlace>;
  /** Those of the device. Empty: it has none, or does not tell. */
  readonly words: readonly WakeWord[];
  /** Whether Home Assistant can choose among them. */
  readonly choosable: boolean;
  /** How many it can listen for at once. null: not known, or as many as there are. */
  readonly most: number | null;
}

/**
 * Where the wake word of a satellite is heard.
 *
 * - `on_device`: By the satellite itself: nothing leaves it before.
 * - `streamed`: By an engine of the pipeline: the microphone's sound goes to Home Assistant all the time.
 * - `none`: There is none: a call begins it, or a button.
 */
export type WakePlace = "on_device" | "streamed" | "none";

/** A wake word that the satellite itself can listen for. */
export interface WakeWord {
  readonly wake_word_id: string;
  readonly phrase: string;
  readonly active: boolean;
}

/** One defence that keeps the host off the network. */
export interface Wall {
  /** `seccomp`, `network_namespace`, `no_new_privileges`, `descriptors`, `limits`. */
  readonly name: string;
  readonly stands: boolean;
  /** Why it does not stand, or what it forbids: one English phrase for a tinkerer. */
  readonly detail: string;
}

/**
 * How much of a day was watched.
 *
 * - `not_yet`: The day has not begun.
 * - `in_part`: There are gaps.
 * - `so_far`: It goes on, and everything up to now was.
 */
export type WatchedVerdict = "not_yet" | "in_part" | "so_far" | "whole";

/**
 * What a fact rests on.
 *
 * - `integration`: What is true of every satellite of this integration, by its protocol.
 * - `configuration`: What its integration was configured with.
 * - `device`: What the device says of itself.
 * - `run`: A run of Assist that was seen.
 * - `entity`: An entity of its device.
 * - `nothing`: Nobody says.
 */
export type Why = "integration" | "configuration" | "device" | "run" | "entity" | "nothing";

/** What was said and what was answered. null: it was not kept, or is erased. */
export interface WordsRead {
  readonly words: string | null;
  readonly response: string | null;
}

/**
 * The places that rules are made for, from the inside of the house to the outside.
 *
 * - `this_machine`: The sandbox, too, and the satellite itself.
 * - `internet`: Whatever nobody knows to be nearer, too.
 */
export type Zone = "this_machine" | "home_network" | "internet";
