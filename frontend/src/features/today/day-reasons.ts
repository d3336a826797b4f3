import { mdiDownloadOutline, mdiMicrophone, mdiVolumeHigh } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { AnnouncementSum, ContactSum, GapShown, Reason, StreamSum, Today } from "../../api/types.js";
import { href } from "../../app/address.js";
import "../../ui/badge.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { isolate } from "../../i18n/isolate.js";
import { EAR_ICONS } from "../../words/words.js";
import { explain, gapText, instants, PARTS, watchedKey } from "./explaining.js";
import { reasonStyles } from "./reasons.css.js";

/** Why the sentence of a day says what it says: what went where, who listened, what was not watched. */
@customElement("earshot-day-reasons")
export class EarshotDayReasons extends EarshotElement {
  static override styles = [...EarshotElement.styles, reasonStyles];

  @property({ attribute: false }) today: Today | undefined = undefined;

  protected override render() {
    const { today } = this;
    if (today === undefined) return nothing;
    const times = instants(today);
    return html`${PARTS.map((part) => this.section(part, today, times))} ${this.watched(today)} ${this.others(today)}
      <p class="muted small">${this.t("today.reasons.limit")}</p>`;
  }

  private section(part: (typeof PARTS)[number], today: Today, times: ReadonlyMap<string, string>) {
    const reasons = today.reasons.filter((reason) => reason.part === part);
    return html`<section>
      <h3>${this.t(`today.reasons.${part}`)}</h3>
      ${
        reasons.length > 0
          ? html`<ul>${reasons.map((reason) => this.reason(reason, times))}</ul>`
          : html`<p class="muted">${this.t(`today.reasons.no_${part}`)}</p>`
      }
    </section>`;
  }

  private watched(today: Today) {
    const otherwise = watchedKey(today);
    return html`<section>
      <h3>${this.t("today.reasons.watched")}</h3>
      ${otherwise === undefined ? nothing : html`<p class="muted">${this.t(otherwise)}</p>`}
      <ul>${today.gaps.map((gap) => this.gap(gap, today))}</ul>
    </section>`;
  }

  private gap(gap: GapShown, today: Today) {
    return this.session === undefined ? nothing : html`<li>${gapText(gap, today, this.t, this.session.format)}</li>`;
  }

  private reason(reason: Reason, times: ReadonlyMap<string, string>) {
    const { key, values } = explain(reason);
    return html`<li>
      ${reason.ear === null ? nothing : html`<earshot-icon .path=${EAR_ICONS[reason.ear]}></earshot-icon>`}
      <div>
        <p>
          <span dir="auto">${this.t(key, values)}</span>
          ${reason.ear === null ? nothing : html`<span class="muted small">${this.t(`words.ear.${reason.ear}`)}</span>`}
        </p>
        <p class="row wrap">${this.where(reason)}</p>
        ${reason.utterance_ids.length === 0 ? this.when(reason) : this.utterances(reason, times)}
      </div>
    </li>`;
  }

  private where({ place, evidence }: Pick<Reason, "place" | "evidence">) {
    return html`${place === null ? nothing : html`<earshot-place .session=${this.session} .place=${place}></earshot-place>`}
    ${evidence === null ? nothing : html`<earshot-evidence .session=${this.session} .evidence=${evidence}></earshot-evidence>`}`;
  }

  private when({ last_at: at }: Reason) {
    return at === null ? nothing : html`<p class="muted small">${this.session?.format.moment(at)}</p>`;
  }

  private utterances({ count, at_least, utterance_ids: ids }: Reason, times: ReadonlyMap<string, string>) {
    const amount = this.t(at_least ? "today.reasons.utterances_at_least" : "today.reasons.utterances", { count });
    return html`<p class="small utterances">
      <span class="muted">${amount}</span>
      ${ids.map((id, number) => html`<a href=${href("utterance", id)}>${this.called(times.get(id), number)}</a> `)}
      ${count > ids.length ? html`<span class="muted">${this.t("today.reasons.and_more")}</span>` : nothing}
    </p>`;
  }

  /** What an utterance is called: the time at which it was heard, if it was on this day. */
  private called(at: string | undefined, number: number): string | undefined {
    return at === undefined ? this.t("today.reasons.utterance", { number: number + 1 }) : this.session?.format.time(at);
  }

  /** What else went somewhere, and was no answer to anybody. */
  private others({ streamed, announced, contacted }: Today) {
    if (streamed.length + announced.length + contacted.length === 0) return nothing;
    return html`<section>
      <h3>${this.t("today.reasons.others")}</h3>
      <ul>
        ${streamed.map((one) => this.stream(one))} ${announced.map((one) => this.announcement(one))}
        ${contacted.map((one) => this.contact(one))}
      </ul>
    </section>`;
  }

  private stream(one: StreamSum) {
    const long = this.session?.format.duration(one.sound_ms) ?? "";
    const key = one.going_on ? "today.reasons.streams" : "today.reasons.streamed";
    const text = this.t(key, { satellite: isolate(one.label), engine: isolate(one.engine), long, wakes: one.wakes });
    return this.other(mdiMicrophone, text, this.where(one));
  }

  private announcement(one: AnnouncementSum) {
    const text = this.t("today.reasons.announced", { engine: isolate(one.engine), count: one.count, words: one.words });
    return this.other(mdiVolumeHigh, text, this.where(one));
  }

  private contact(one: ContactSum) {
    const text = this.t("today.reasons.contacted", {
      label: isolate(one.label),
      known: one.host ? "yes" : "no",
      host: isolate(one.host ?? ""),
    });
    const bytes = one.received_bytes;
    return this.other(
      mdiDownloadOutline,
      text,
      html`<span class="muted small">${bytes === null ? nothing : this.session?.format.bytes(bytes)}</span>`,
    );
  }

  private other(icon: string, text: string, more: TemplateResult) {
    return html`<li>
      <earshot-icon .path=${icon}></earshot-icon>
      <div>
        <p dir="auto">${text}</p>
        <p class="row wrap">${more}</p>
      </div>
    </li>`;
  }
}
