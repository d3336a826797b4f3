import { css, html } from "lit";
import { customElement } from "lit/decorators.js";
import type { Today } from "../api/types.js";
import { Watching } from "../api/watching.js";
import { href } from "../app/address.js";
import "../features/today/day-sentence.js";
import "../features/today/day-strip.js";
import { stateView } from "../ui/state-view.js";
import { EarshotCardBase, type GridOptions } from "./card.js";
import type { CardConfig, Option } from "./config.js";
import { formOf } from "./editing.js";

interface TodayConfig extends CardConfig {
  /** Whether the day's line by satellite is shown. It is unless this says otherwise. */
  readonly strip?: boolean;
}

const OPTIONS: readonly Option[] = [{ name: "strip", kind: "boolean" }];

/** The day in one sentence, and its line by satellite. */
@customElement("earshot-card")
export class EarshotTodayCard extends EarshotCardBase<TodayConfig> {
  static override styles = [
    ...EarshotCardBase.styles,
    css`
      earshot-day-strip {
        margin-top: 16px;
      }
    `,
  ];

  protected readonly options = OPTIONS;
  private readonly today = new Watching<"earshot/today/subscribe", Today>(
    this,
    "earshot/today/subscribe",
    (_, { today }) => today,
  );

  static getConfigForm() {
    return formOf(OPTIONS);
  }

  static getStubConfig(): Omit<TodayConfig, "type"> {
    return { strip: true };
  }

  getGridOptions(): GridOptions {
    return { columns: 12, rows: "auto", min_columns: 6 };
  }

  protected override body({ strip = true }: TodayConfig) {
    return stateView(
      this.today.state,
      this.t,
      (today) => html`
        <a class="whole" href=${href("today")}><earshot-day-sentence brief .today=${today}></earshot-day-sentence></a>
        ${strip ? html`<earshot-day-strip compact .today=${today}></earshot-day-strip>` : null}
      `,
      () => this.today.again(),
    );
  }
}
