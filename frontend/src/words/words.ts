import {
  mdiAccount,
  mdiAlertCircleOutline,
  mdiBlockHelper,
  mdiCheckCircleOutline,
  mdiChip,
  mdiCloseCircleOutline,
  mdiCloudOutline,
  mdiEarHearing,
  mdiEyeOutline,
  mdiHandBackRightOutline,
  mdiHarddisk,
  mdiHelpCircleOutline,
  mdiHomeOutline,
  mdiLock,
  mdiMapMarkerQuestionOutline,
  mdiMicrophone,
  mdiRobotOutline,
  mdiServer,
  mdiSpeakerMessage,
  mdiSpeakerWireless,
  mdiTextRecognition,
  mdiVolumeHigh,
  mdiVolumeOff,
} from "@mdi/js";
import type { EarKind, Evidence, Outcome, Place } from "../api/types.js";

/** The icon of each word. What a word is called in a language is `words.<kind of word>.<value>`. */
export const PLACE_ICONS: Readonly<Record<Place, string>> = {
  satellite: mdiSpeakerWireless,
  sandbox: mdiLock,
  this_machine: mdiServer,
  home_network: mdiHomeOutline,
  internet: mdiCloudOutline,
  unknown: mdiMapMarkerQuestionOutline,
};

export const EVIDENCE_ICONS: Readonly<Record<Evidence, string>> = {
  enforced: mdiLock,
  observed: mdiEyeOutline,
  declared: mdiSpeakerMessage,
  unknown: mdiHelpCircleOutline,
};

export const EAR_ICONS: Readonly<Record<EarKind, string>> = {
  microphone: mdiMicrophone,
  wake_word: mdiEarHearing,
  speech_to_text: mdiTextRecognition,
  agent: mdiRobotOutline,
  text_to_speech: mdiVolumeHigh,
  storage: mdiHarddisk,
  household_member: mdiAccount,
  recipient: mdiHandBackRightOutline,
  reviewer: mdiEarHearing,
};

export const OUTCOME_ICONS: Readonly<Record<Outcome | "open", string>> = {
  answered: mdiCheckCircleOutline,
  not_understood: mdiHelpCircleOutline,
  false_wake: mdiVolumeOff,
  failed: mdiAlertCircleOutline,
  cancelled: mdiCloseCircleOutline,
  blocked: mdiBlockHelper,
  unseen: mdiHelpCircleOutline,
  open: mdiChip,
};

/** The places from the inside of the house to the outside. */
export const PLACES: readonly Place[] = ["satellite", "sandbox", "this_machine", "home_network", "internet", "unknown"];

/** Whether what an ear there receives counts as having left the house. What nobody knows does. */
export function leavesHouse(place: Place): boolean {
  return place === "internet" || place === "unknown";
}
