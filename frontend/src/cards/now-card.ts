import { html } from "lit";
import { customElement } from "lit/decorators.js";
import { Watching } from "../api/watching.js";
import type { Now } from "../features/now/now.js";
import { afterEvent } from "../features/now/now.js";
import "../features/now/now-strip.js";
import { stateView } from "../ui/state-view.js";
import { EarshotCardBase, type GridOptions } from "./card.js";
import type { CardConfig, Option } from "./config.js";
import { formOf } from "./editing.js";

const OPTIONS: readonly Option[] = [];

/** Who is listening at this moment, and where the sound goes. */
@customElement("earshot-now-card")
export class EarshotNowCard extends EarshotCardBase<CardConfig> {
  protected readonly options = OPTIONS;
  private readonly now = new Watching<"earshot/now/subscribe", Now>(this, "earshot/now/subscribe", afterEvent);

  static getConfigForm() {
    return formOf(OPTIONS);
  }

  static getStubConfig(): Record<string, never> {
    return {};
  }

  getGridOptions(): GridOptions {
    return { columns: 12, rows: "auto", min_columns: 6 };
  }

  protected override body() {
    return stateView(
      this.now.state,
      this.t,
      (now) => html`<earshot-now-strip .now=${now}></earshot-now-strip>`,
      () => this.now.again(),
    );
  }
}
