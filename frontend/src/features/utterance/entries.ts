import { mdiChevronDown, mdiClockOutline, mdiEyeCheckOutline, mdiFileSign } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { LedgerRecord, StoredEntry, UtteranceTold } from "../../api/types.js";
import type { Session } from "../../app/session.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { type Fact, factsOf } from "./facts.js";
import { type Proven, proven } from "./told.js";

const PROVEN_ICONS: Readonly<Record<Proven, string>> = {
  witnessed: mdiEyeCheckOutline,
  signed: mdiFileSign,
  unsigned: mdiClockOutline,
};

/** The entries of an utterance as the ledger has them, each with how far it is proven. */
@customElement("earshot-utterance-entries")
export class EarshotUtteranceEntries extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      ol {
        margin: 8px 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        border-top: 1px solid var(--divider-color);
      }
      summary {
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        gap: 0 12px;
        min-height: 48px;
        padding: 6px 4px;
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary > earshot-icon {
        color: var(--es-muted);
        transition: rotate 0.15s;
      }
      details[open] > summary > earshot-icon {
        rotate: 180deg;
      }
      .when,
      .proof {
        font-size: 0.875rem;
        color: var(--es-muted);
      }
      .proof {
        display: inline-flex;
        align-items: center;
        gap: 4px;
      }
      .proof.witnessed {
        color: var(--es-inside);
      }
      dl {
        display: grid;
        grid-template-columns: minmax(8em, auto) 1fr;
        gap: 4px 16px;
        margin: 0;
        overflow-wrap: anywhere;
        font-size: 0.875rem;
      }
      details > dl {
        padding: 4px 4px 16px 36px;
      }
      dt {
        color: var(--es-muted);
      }
      dd {
        margin: 0;
      }
      dd dl {
        padding-inline-start: 12px;
        border-inline-start: 2px solid var(--divider-color);
        margin-bottom: 6px;
      }
      .hash {
        font-family: var(--ha-font-family-code, monospace);
        font-size: 0.8125rem;
      }
      @media (max-width: 600px) {
        dl {
          grid-template-columns: 1fr;
          gap: 0;
        }
        dd {
          margin-bottom: 6px;
        }
        details > dl {
          padding-inline-start: 12px;
        }
      }
    `,
  ];

  @property({ attribute: false }) told: UtteranceTold | undefined = undefined;

  protected override render() {
    const { told, session } = this;
    if (told === undefined || session === undefined) return nothing;
    return html`<h2>${this.t("utterance.entries.title")}</h2>
      <p class="small muted">${this.t("utterance.entries.intro")}</p>
      <ol>${told.entries.map((entry) => this.entry(entry, proven(entry.index, told.proof), session))}</ol>`;
  }

  private entry(entry: StoredEntry, state: Proven, session: Session) {
    const { record, index, leaf_hash } = entry;
    return html`<li>
      <details>
        <summary>
          <earshot-icon .path=${mdiChevronDown}></earshot-icon>
          <span>
            ${this.kind(record.kind)} <span class="when">${this.about(record)} ${session.format.time(record.at, true)}</span>
          </span>
          <span class="proof ${state}"><earshot-icon .path=${PROVEN_ICONS[state]}></earshot-icon>${this.t(`utterance.proof.${state}`)}</span>
        </summary>
        <dl>
          ${factsOf(record, session).map((fact) => this.fact(fact))}
          <dt>${this.t("utterance.entries.index")}</dt>
          <dd>${session.format.number(index)}</dd>
          <dt>${this.t("utterance.entries.leaf")}</dt>
          <dd class="hash">${leaf_hash}</dd>
          <dt>${this.t("utterance.entries.proof")}</dt>
          <dd>${this.t(`utterance.proof_why.${state}`)}</dd>
        </dl>
      </details>
    </li>`;
  }

  /** What an entry of a kind says; a kind that this page does not know is shown as it is named. */
  private kind(kind: string): string {
    const key = `utterance.entry.${kind}`;
    const sentence = this.t(key);
    return sentence === key ? kind : sentence;
  }

  /** Which stage or content it is about, so that entries of one kind can be told apart. */
  private about(record: LedgerRecord): string {
    if (record.kind === "processed" || record.kind === "blocked") return this.t(`words.stage.${record.stage}`);
    return record.kind === "stored" ? this.t(`words.content.${record.content}`) : "";
  }

  private fact({ name, value }: Fact): unknown {
    return html`<dt>${name}</dt>
      <dd>
        ${
          typeof value === "string"
            ? html`<bdi>${value}</bdi>`
            : value.map((part) => html`<dl>${part.map((one) => this.fact(one))}</dl>`)
        }
      </dd>`;
  }
}
