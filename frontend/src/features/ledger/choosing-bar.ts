import { mdiClose, mdiEraser, mdiFileRemoveOutline, mdiSelectAll } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import type { Session } from "../../app/session.js";
import "../../ui/confirm.js";
import type { EarshotConfirm } from "../../ui/confirm.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { type Toast, toaster } from "../../ui/toast.js";
import { type Meant, meantBy } from "./chosen.js";
import { eraseLater, redact, UNDO_SECONDS } from "./erasing.js";
import type { Listing } from "./listing.js";
import { Selection } from "./selection.js";
import { troubleText } from "./trouble.js";

type Tell = (shown: Toast) => void;

/** Something that takes long: what it is, and how far. */
interface Work {
  readonly key: "gathering" | "erasing" | "redacting";
  readonly done: number;
  readonly total: number | null;
}

/**
 * What can be done with the utterances that are chosen. Sends "choose" with another selection, "done" when nobody
 * chooses any more.
 */
@customElement("earshot-ledger-choosing")
export class EarshotLedgerChoosing extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding: 4px 8px;
        border-radius: 24px;
        background: color-mix(in srgb, var(--es-accent) 14%, var(--card-background-color));
      }
      .bar p {
        flex: 1;
        min-width: 8rem;
      }
      .work {
        flex-basis: 100%;
        display: grid;
        gap: 4px;
        padding: 4px 12px 8px 0;
      }
    `,
  ];

  @property({ attribute: false }) selection = Selection.nothing;
  @property({ attribute: false }) listing: Listing | undefined = undefined;
  /** All that is shown. Undefined: nothing is. */
  @property({ attribute: false }) everything: Selection | undefined = undefined;
  @state() private work: Work | undefined;
  @query("earshot-confirm") private readonly confirm!: EarshotConfirm | null;
  private giveUp: AbortController | undefined;

  protected override render() {
    const { selection, listing, session } = this;
    if (listing === undefined || session === undefined) return nothing;
    const { size } = selection;
    const none = size === 0 || this.work !== undefined;
    const { everything } = this;
    const total = everything?.size ?? 0;
    return html`
      <div class="bar" role="toolbar" aria-label=${this.t("ledger.choosing.title")}>
        <button class="icon" aria-label=${this.t("ledger.choosing.done")} title=${this.t("ledger.choosing.done")} @click=${this.done}>
          <earshot-icon .path=${mdiClose}></earshot-icon>
        </button>
        <p role="status">${this.t("ledger.choosing.count", { size, count: session.format.number(size) })}</p>
        ${
          total === 0 || size >= total
            ? nothing
            : html`<button class="plain" @click=${this.chooseAll}>
                <earshot-icon .path=${mdiSelectAll}></earshot-icon>
                ${this.t("ledger.choosing.all", { total, count: session.format.number(total) })}
              </button>`
        }
        <button ?disabled=${none} @click=${() => void this.run((meant, chosen, tell) => this.erase(session, meant, chosen, tell))}>
          <earshot-icon .path=${mdiEraser}></earshot-icon>${this.t("ledger.choosing.erase")}
        </button>
        <button class="danger" ?disabled=${none} @click=${() => void this.askAndRedact(session)}>
          <earshot-icon .path=${mdiFileRemoveOutline}></earshot-icon>${this.t("ledger.choosing.redact")}
        </button>
        ${this.work === undefined ? nothing : this.progress(this.work, session)}
      </div>
      <earshot-confirm></earshot-confirm>
    `;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.giveUp?.abort();
  }

  private progress({ key, done, total }: Work, { format }: Session) {
    const text = this.t(`ledger.choosing.${key}`, { done: format.number(done) });
    const bar = html`<progress aria-label=${text} max=${total ?? nothing} .value=${total === null ? undefined : done}></progress>`;
    return html`<div class="work"><span role="status">${text}</span>${bar}</div>`;
  }

  private readonly chooseAll = (): void => {
    if (this.everything !== undefined) this.choose(this.everything);
  };

  private async askAndRedact(session: Session): Promise<void> {
    const { size } = this.selection;
    const count = session.format.number(size);
    const yes = await this.confirm?.ask({
      heading: this.t("ledger.redact.title", { size, count }),
      text: this.t("ledger.redact.text"),
      action: this.t("ledger.redact.action"),
      danger: true,
    });
    if (yes) await this.run((meant, chosen, tell) => this.redact(session, meant, chosen, tell));
  }

  /** Find out who is meant, and do it. What goes wrong is told, also where this bar is gone by then. */
  private async run(act: (meant: Meant, size: number, tell: Tell) => Promise<void>): Promise<void> {
    const { listing, selection } = this;
    if (listing === undefined || this.work !== undefined) return;
    const tell = toaster(this);
    this.giveUp = new AbortController();
    const gathered = (done: number) => this.show({ key: "gathering", done, total: selection.size });
    gathered(0);
    try {
      const meant = await meantBy(selection, listing.asked, listing.asker, gathered, this.giveUp.signal);
      this.work = undefined;
      await act(meant, selection.size, tell);
    } catch (error) {
      const failed = ApiError.from(error);
      if (failed.code !== "given_up") tell({ text: troubleText(failed, this.t) });
    } finally {
      this.work = undefined;
    }
  }

  /** It waits to be taken back, and others can be chosen meanwhile. */
  private async erase({ client, format, localize: t }: Session, meant: Meant, size: number, tell: Tell): Promise<void> {
    this.choose(Selection.nothing);
    const forgotten = await eraseLater(client, meant, {
      waiting: (undo) =>
        tell({
          text: t("ledger.erase.waiting", { size, count: format.number(size) }),
          action: { label: t("ledger.erase.undo"), run: undo },
          seconds: UNDO_SECONDS,
        }),
      progress: (done) => this.show({ key: "erasing", done, total: size }),
    });
    const { utterances = 0 } = forgotten ?? {};
    const count = format.number(utterances);
    tell({ text: forgotten === undefined ? t("ledger.erase.kept") : t("ledger.erase.done", { utterances, count }) });
  }

  private async redact(
    { client, format, localize: t }: Session,
    meant: Meant,
    size: number,
    tell: Tell,
  ): Promise<void> {
    const told = (done: number) => this.show({ key: "redacting", done, total: size });
    told(0);
    const { utterances } = await redact(client, meant, told);
    this.choose(Selection.nothing);
    tell({ text: t("ledger.redact.done", { utterances, count: format.number(utterances) }) });
  }

  private show(work: Work): void {
    this.work = work;
  }

  private choose(selection: Selection): void {
    this.dispatchEvent(new CustomEvent<Selection>("choose", { detail: selection }));
  }

  private readonly done = (): void => {
    this.dispatchEvent(new CustomEvent("done"));
  };
}
