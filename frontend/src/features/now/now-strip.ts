import {
  mdiAccountVoice,
  mdiCellphoneSound,
  mdiHelpCircleOutline,
  mdiMicrophone,
  mdiMicrophoneMessage,
  mdiMicrophoneOff,
  mdiMicrophoneOutline,
  mdiRecordRec,
  mdiVolumeHigh,
} from "@mdi/js";
import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { NowState, OtherNow, SatelliteNow, StreamsTo } from "../../api/types.js";
import "../../ui/badge.js";
import { isolate } from "../../i18n/isolate.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { nowStyles } from "./now.css.js";
import { type Line, lineOf, lineOfOther, type Now, summaryOf } from "./now.js";

const ICONS: Readonly<Record<NowState, string>> = {
  idle: mdiMicrophoneOutline,
  listening: mdiMicrophone,
  processing: mdiMicrophoneMessage,
  responding: mdiVolumeHigh,
  unavailable: mdiHelpCircleOutline,
};

const OTHER_ICONS: Readonly<Record<OtherNow["kind"], string>> = {
  capture: mdiRecordRec,
  run: mdiCellphoneSound,
  stt_api: mdiAccountVoice,
};

/** Who listens at this moment: a sentence, and a line for each microphone. */
@customElement("earshot-now-strip")
export class EarshotNowStrip extends EarshotElement {
  static override styles = [...EarshotElement.styles, nowStyles];

  @property({ attribute: false }) now: Now | undefined = undefined;

  protected override render() {
    const { now } = this;
    if (now === undefined) return nothing;
    const summary = summaryOf(now);
    return html`
      <p class="summary ${summary.tone}" role="status">${this.t(summary.key, summary.values)}</p>
      <ul>
        ${now.others.map((one) => html`<li class=${lineOfOther(one).tone}>${this.other(one)}</li>`)}
        ${now.satellites.map((one) => html`<li class=${lineOf(one).tone}>${this.satellite(one)}</li>`)}
      </ul>
    `;
  }

  private satellite(one: SatelliteNow) {
    const icon = one.state === "idle" && one.muted ? mdiMicrophoneOff : ICONS[one.state];
    return html`
      <earshot-icon .path=${icon}></earshot-icon>
      <div>
        <p class="name">
          <bdi>${one.label}</bdi>
          ${one.area === null || one.area === one.label ? nothing : html`<bdi class="muted small">${one.area}</bdi>`}
        </p>
        ${this.doing(lineOf(one))} ${this.stream(one.streams_to)} ${this.wake(one)} ${this.flags(one)}
      </div>
    `;
  }

  private other(one: OtherNow) {
    return html`
      <earshot-icon .path=${OTHER_ICONS[one.kind]}></earshot-icon>
      <div>
        <p class="name">
          <bdi>${one.kind === "run" && one.user ? one.user : this.t(`now.other.name.${one.kind}`)}</bdi>
        </p>
        ${this.doing(lineOfOther(one))} ${this.stream(one.streams_to)}
      </div>
    `;
  }

  private doing({ key, values }: Line) {
    return html`<p class="doing" dir="auto">${this.t(key, values)}</p>`;
  }

  private stream(to: StreamsTo | null) {
    if (to === null) return nothing;
    const text =
      to.ear === null
        ? this.t("now.stream.gate")
        : this.t("now.stream.engine", { known: to.label === "" ? "no" : "yes", engine: isolate(to.label) });
    return html`
      <p class="small" dir="auto">${text}</p>
      <p class="row wrap">
        <earshot-place .session=${this.session} .place=${to.place}></earshot-place>
        <earshot-evidence .session=${this.session} .evidence=${to.evidence}></earshot-evidence>
      </p>
    `;
  }

  /** How we know that nothing is sent before the wake word. */
  private wake({ state, streams_to: to, wake, muted, wake_evidence: evidence }: SatelliteNow) {
    if (state !== "idle" || to !== null || muted || wake !== "on_device") return nothing;
    return html`<earshot-evidence .session=${this.session} .evidence=${evidence}></earshot-evidence>`;
  }

  private flags(one: SatelliteNow) {
    const until = one.off_the_record_until;
    const flags = [
      one.captured ? this.t("now.flag.captured") : undefined,
      one.muted && one.state !== "idle" && one.state !== "unavailable" ? this.t("now.flag.muted") : undefined,
      one.off_the_record
        ? this.t("now.flag.off_the_record", {
            ends: until === null ? "no" : "yes",
            until: until === null ? "" : this.session?.format.time(until),
          })
        : undefined,
    ].filter((flag) => flag !== undefined);
    return flags.map((flag) => html`<p class="small flag">${flag}</p>`);
  }
}
