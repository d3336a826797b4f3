import {
  mdiCloudUploadOutline,
  mdiConnection,
  mdiHelpCircleOutline,
  mdiLockAlertOutline,
  mdiLockOutline,
  mdiMicrophone,
  mdiMicrophoneOff,
  mdiPowerPlugOffOutline,
  mdiTransitDetour,
  mdiWaveform,
} from "@mdi/js";
import type { Door, Evidence, Fact, PipelineUse, Posture, StagePosture } from "../../api/types.js";
import type { Values } from "../../i18n/localize.js";
import { leavesHouse } from "../../words/words.js";

/** How much a person should care: "warning" is for what others can hear or what leaves the house. */
export type Weight = "warning" | "note" | "fine";

/** One sentence about a satellite. */
export interface Line {
  /** Key of its sentence under `satellites.line`. */
  readonly key: string;
  readonly values: Values;
  readonly weight: Weight;
  readonly icon: string;
  /** undefined: it is what Home Assistant itself does or chose. */
  readonly fact: Pick<Fact<string>, "evidence" | "why"> | undefined;
}

const ORDER: Readonly<Record<Weight, number>> = { warning: 0, note: 1, fine: 2 };

/** Tell of a satellite in sentences, the warnings first. */
export function linesOf(posture: Posture): readonly Line[] {
  const lines = [
    ...reachable(posture),
    ...wake(posture),
    ...pipelines(posture),
    encryption(posture.encrypted),
    ...posture.doors.flatMap(door),
    mute(posture),
  ];
  return lines.sort((one, other) => ORDER[one.weight] - ORDER[other.weight]);
}

export function warnings(posture: Posture): number {
  return linesOf(posture).filter((line) => line.weight === "warning").length;
}

/** Satellites with the most warnings first, and otherwise by name. */
export function inOrder(postures: readonly Posture[]): readonly Posture[] {
  return [...postures].sort(
    (one, other) =>
      warnings(other) - warnings(one) ||
      one.satellite.label.localeCompare(other.satellite.label) ||
      compare(one, other),
  );
}

/** The engines that this satellite's sound and words are handed to; each once, though two pipelines have it. */
export function engines(posture: Posture): readonly StagePosture[] {
  const all = posture.pipelines.flatMap((pipeline) => pipeline.stages).filter((stage) => used(posture, stage));
  return all.filter((stage, index) => all.findIndex((one) => sameEngine(one, stage)) === index);
}

function compare(one: Posture, other: Posture): number {
  return one.key.localeCompare(other.key);
}

function sameEngine(one: StagePosture, other: StagePosture): boolean {
  return one.stage === other.stage && one.label === other.label && one.place === other.place;
}

/** A satellite that hears its own wake word hands the pipeline's engine nothing. */
function used(posture: Posture, stage: StagePosture): boolean {
  const { value } = posture.wake.where;
  return stage.stage !== "wake_word" || value === "streamed" || value === null;
}

function line(
  key: string,
  weight: Weight,
  icon: string,
  fact?: Pick<Fact<string>, "evidence" | "why">,
  values: Values = {},
): Line {
  return { key, weight, icon, fact, values };
}

function reachable({ available }: Posture): readonly Line[] {
  return available ? [] : [line("unavailable", "note", mdiPowerPlugOffOutline)];
}

function wake(posture: Posture): readonly Line[] {
  const { where, words } = posture.wake;
  const active = words.filter((word) => word.active).map((word) => word.phrase);
  switch (where.value) {
    case "on_device":
      return [line("wake_on_device", "fine", mdiMicrophone, where, { words: active.join(", "), count: active.length })];
    case "none":
      return [line("wake_none", "fine", mdiMicrophone, where)];
    case "streamed":
      return streams(posture);
    default:
      return [line("wake_unknown", "warning", mdiHelpCircleOutline, where)];
  }
}

function streams(posture: Posture): readonly Line[] {
  const { where } = posture.wake;
  const listening = engines(posture).filter((stage) => stage.stage === "wake_word");
  if (listening.length === 0) return [line("streams_to_nobody", "warning", mdiWaveform, where)];
  return listening.map((engine) => {
    const weight: Weight = leavesHouse(engine.place) ? "warning" : "note";
    const key = weight === "warning" ? "streams_outside" : "streams";
    return line(key, weight, mdiWaveform, weakest(where, engine.evidence), { engine: engine.label });
  });
}

/** A sentence that rests on two facts is as sure as the weaker of them. */
function weakest(fact: Fact<string>, evidence: Evidence): Pick<Fact<string>, "evidence" | "why"> {
  const order: readonly Evidence[] = ["enforced", "observed", "declared", "unknown"];
  const weaker = order.indexOf(evidence) > order.indexOf(fact.evidence) ? evidence : fact.evidence;
  return { evidence: weaker, why: fact.why };
}

function pipelines(posture: Posture): readonly Line[] {
  if (posture.pipelines.length === 0) return [line("no_pipeline", "note", mdiTransitDetour)];
  return [...posture.pipelines.flatMap(route), ...engines(posture).flatMap(handed)];
}

function route(use: PipelineUse): readonly Line[] {
  if (use.pipeline === null) return [line("pipeline_unknown", "warning", mdiHelpCircleOutline)];
  if (use.assistant !== null) return [];
  return [line("past_earshot", "warning", mdiTransitDetour, undefined, { pipeline: use.pipeline })];
}

function handed(stage: StagePosture): readonly Line[] {
  // What streams all day is told of by itself.
  if (!leavesHouse(stage.place) || stage.stage === "wake_word") return [];
  const hears = stage.stage === "speech_to_text";
  const fact = { evidence: stage.evidence, why: "configuration" } as const;
  return [
    line(hears ? "sound_leaves" : "words_leave", "warning", mdiCloudUploadOutline, fact, { engine: stage.label }),
  ];
}

function encryption(fact: Fact<boolean>): Line {
  if (fact.value === null) return line("encryption_unknown", "warning", mdiHelpCircleOutline, fact);
  if (fact.value) return line("encrypted", "fine", mdiLockOutline, fact);
  return line("not_encrypted", "warning", mdiLockAlertOutline, fact);
}

function door(open: Door): readonly Line[] {
  const { authenticated } = open;
  if (authenticated.value === true) return [];
  const where = open.host === "home_assistant" ? "door_here" : "door";
  const known = authenticated.value === null ? "door_unknown" : where;
  return [line(known, "warning", mdiConnection, authenticated, { host: open.host, port: String(open.port) })];
}

function mute({ mute: kind, muted }: Posture): Line {
  if (muted.value === true) return line("muted", "fine", mdiMicrophoneOff, muted);
  if (kind.value === null || kind.value === "none_known") return line("mute_none_known", "note", mdiMicrophone, kind);
  return line(kind.value === "hardware" ? "mute_hardware" : "mute_software", "fine", mdiMicrophone, muted);
}
