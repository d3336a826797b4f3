import { mdiCheck, mdiClose, mdiLockOpenVariantOutline, mdiLockOutline } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { Loaded } from "../../api/loaded.js";
import type { HostReport, HostTold } from "../../api/types.js";
import "../../ui/badge.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { stateView } from "../../ui/state-view.js";

/** How many ways out a host tried, and how many were open. */
export function tried({ attempts }: HostReport): { readonly count: number; readonly open: number } {
  return { count: attempts.length, open: attempts.filter(({ denied }) => !denied).length };
}

/** The voice hosts' walls: what keeps the engines off the network, and that it was tried. */
@customElement("earshot-sandbox-card")
export class EarshotSandboxCard extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: block;
      }
      .card,
      .host {
        display: grid;
        gap: 12px;
      }
      .verdict {
        display: flex;
        gap: 12px;
        font-weight: 500;
      }
      .closed {
        color: var(--es-inside);
      }
      .open {
        color: var(--es-outside);
      }
      summary {
        min-height: 40px;
        padding-block: 8px;
        cursor: pointer;
        color: var(--es-link);
        font-weight: 500;
      }
      h3 {
        margin-block: 8px;
        font-size: 1rem;
        font-weight: 500;
      }
      ul {
        display: grid;
        gap: 4px 24px;
        grid-template-columns: repeat(auto-fill, minmax(min(320px, 100%), 1fr));
        margin: 0 0 12px;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 8px;
        overflow-wrap: anywhere;
      }
      code {
        font-family: var(--ha-font-family-code, monospace);
      }
    `,
  ];

  private readonly hosts = new Loaded(this, async ({ client }) => (await client.ask("earshot/host/report")).hosts);

  protected override render() {
    return html`<section class="card" aria-labelledby="sandbox">
      <h2 id="sandbox">${this.t("proof.sandbox.title")}</h2>
      <p class="muted">${this.t("proof.sandbox.what")}</p>
      ${stateView(
        this.hosts.state,
        this.t,
        (hosts) => html`${hosts.map((host) => this.host(host))}`,
        () => void this.hosts.reload(),
      )}
    </section>`;
  }

  private host({ title, place, available, report }: HostTold) {
    return html`<div class="host">
      ${title === null ? nothing : html`<h3>${title}</h3>`}
      ${available ? nothing : html`<p>${this.t("proof.sandbox.away")}</p>`}
      ${report === null ? html`<p>${this.t("proof.sandbox.no_report")}</p>` : this.report(report)}
      ${place === null ? nothing : html`<p class="muted">${this.t("proof.sandbox.own_word")} <earshot-place .place=${place}></earshot-place></p>`}
    </div>`;
  }

  private report(report: HostReport) {
    const { count, open } = tried(report);
    // It may say that it is closed in though something was open: then it is not.
    const closed = report.enforced && open === 0;
    return html`
      <p class="verdict ${closed ? "closed" : "open"}">
        <earshot-icon .path=${closed ? mdiLockOutline : mdiLockOpenVariantOutline}></earshot-icon>
        ${this.t(closed ? "proof.sandbox.closed" : "proof.sandbox.not_closed", { count, open })}
      </p>
      <details>
        <summary>${this.t("proof.sandbox.list")}</summary>
        <h3 id="attempts">${this.t("proof.sandbox.attempts")}</h3>
        <ul aria-labelledby="attempts">
          ${report.attempts.map(({ way, denied, detail }) => this.line(denied, way, detail))}
        </ul>
        <h3 id="walls">${this.t("proof.sandbox.walls")}</h3>
        <ul aria-labelledby="walls">
          ${report.walls.map(({ name, stands, detail }) => this.line(stands, name, detail))}
        </ul>
        <h3 id="engines">${this.t("proof.sandbox.engines")}</h3>
        <ul aria-labelledby="engines">
          ${report.engines.map(
            ({ name, version, model }) =>
              html`<li><span></span><span>${name} ${version} <span class="muted">${model}</span></span></li>`,
          )}
        </ul>
      </details>
    `;
  }

  private line(good: boolean, name: string, detail: string) {
    return html`<li class=${good ? "" : "open"}>
      <earshot-icon class=${good ? "closed" : "open"} .path=${good ? mdiCheck : mdiClose}></earshot-icon>
      <span>
        <span class="visually-hidden">${this.t(good ? "proof.sandbox.held" : "proof.sandbox.failed")}</span>
        <code>${name}</code> <span class="muted small">${detail}</span>
      </span>
    </li>`;
  }
}
