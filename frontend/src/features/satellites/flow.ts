import type { Unsubscribe } from "../../api/client.js";
import { ApiError } from "../../api/error.js";
import type { Session } from "../../app/session.js";
import type { RestError } from "../../ha/hass.js";

/** One question of a form. The two sorts that the pairing asks; any other is drawn by nobody here. */
export interface Field {
  readonly name: string;
  readonly required?: boolean;
  readonly default?: unknown;
  readonly selector?: {
    readonly select?: {
      readonly options: readonly (string | { readonly value: string; readonly label: string })[];
      readonly multiple?: boolean;
    };
    readonly boolean?: object;
  };
}

interface Common {
  readonly flow_id: string;
  readonly step_id?: string;
  readonly description_placeholders?: Readonly<Record<string, string>> | null;
}

/** What Home Assistant's flow wants next, as its REST API tells it. */
export type Step =
  | (Common & {
      readonly type: "form";
      readonly step_id: string;
      readonly data_schema: readonly Field[];
      readonly errors?: Readonly<Record<string, string>> | null;
    })
  | (Common & { readonly type: "menu"; readonly step_id: string; readonly menu_options: readonly string[] })
  | (Common & { readonly type: "progress"; readonly progress_action: string })
  | (Common & { readonly type: "create_entry"; readonly title?: string })
  | (Common & { readonly type: "abort"; readonly reason: string });

const FLOWS = "config/config_entries/subentries/flow";

/**
 * One pairing of a satellite, as a flow of Home Assistant: what it wants next is told to `told`. Home Assistant says by
 * an event when what it waited for has come, and the step that follows is fetched then.
 */
export class PairingFlow {
  private flowId: string | undefined;
  private end: Unsubscribe | undefined;
  private over = false;
  private asked = 0;

  constructor(
    private readonly session: Session,
    private readonly told: (step: Step) => void,
    private readonly failed: (error: ApiError) => void,
  ) {}

  /** Begin. `subentryId` is the pairing that is to be changed; without one, a satellite is paired anew. */
  async begin(entryId: string, subentryId?: string): Promise<void> {
    try {
      this.end = await this.session.client.follow(
        "subscribe_events",
        { event_type: "data_entry_flow_progressed" },
        ({ data: { flow_id: flow } }) => {
          if (flow === this.flowId) void this.look();
        },
      );
    } catch (error) {
      this.failed(ApiError.from(error));
      return;
    }
    await this.ask("POST", FLOWS, {
      handler: [entryId, "satellite"],
      ...(subentryId !== undefined && { subentry_id: subentryId }),
    });
  }

  /** Answer a form, or with `next_step_id` a menu. */
  async answer(data: Record<string, unknown>): Promise<void> {
    await this.ask("POST", this.path, data);
  }

  /** See what it wants now: what it waited for has come, or the connection is back. */
  async look(): Promise<void> {
    if (this.flowId !== undefined && !this.over) await this.ask("GET", this.path);
  }

  /** Give up: Home Assistant puts everything back. Does nothing once it is over. */
  async stop(): Promise<void> {
    const path = this.path;
    const open = this.flowId !== undefined && !this.over;
    await this.finish();
    // Nobody waits for the answer; what cannot be told now, for the connection is gone, ends with Home Assistant.
    if (open)
      await this.session
        .hass()
        .callApi("DELETE", path)
        .catch(() => undefined);
  }

  /** Give up while the window closes: the browser sends it though nobody is there any more. */
  stopAtOnce(): void {
    if (this.flowId === undefined || this.over) return;
    this.over = true;
    void this.session.hass().fetchWithAuth(`/api/${this.path}`, { method: "DELETE", keepalive: true });
  }

  private get path(): string {
    return `${FLOWS}/${this.flowId ?? ""}`;
  }

  private async ask(method: "GET" | "POST", path: string, body?: Record<string, unknown>): Promise<void> {
    const number = ++this.asked;
    let step: Step;
    try {
      step = await this.session.hass().callApi<Step>(method, path, body);
    } catch (error) {
      if (number === this.asked) this.failed(restError(error as RestError));
      return;
    }
    this.flowId = step.flow_id;
    if (step.type === "create_entry" || step.type === "abort") await this.finish();
    // An event may have asked once more while this answer was on its way: the later answer is told.
    if (number === this.asked) this.told(step);
  }

  private async finish(): Promise<void> {
    this.over = true;
    const { end } = this;
    this.end = undefined;
    await end?.();
  }
}

/** What a person may answer at once: the default of each field, or what was answered before it was asked. */
export function answers(fields: readonly Field[], given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = fields.map(({ name, default: usual, selector }) => {
    const first =
      selector?.select !== undefined && !selector.select.multiple ? optionsOf(selector.select)[0]?.value : false;
    return [name, given[name] ?? usual ?? first] as const;
  });
  return Object.fromEntries(known);
}

/** Whether there is nothing to choose: each field is answered already, or has one option only. */
export function isAnswered(fields: readonly Field[], given: Readonly<Record<string, unknown>>): boolean {
  return fields.every(({ name, selector }) => {
    const { select } = selector ?? {};
    if (select === undefined || select.multiple) return false;
    const options = optionsOf(select);
    return name in given ? options.some((option) => option.value === given[name]) : options.length === 1;
  });
}

export function optionsOf(
  select: NonNullable<NonNullable<Field["selector"]>["select"]>,
): readonly { readonly value: string; readonly label: string }[] {
  return select.options.map((option) => (typeof option === "string" ? { value: option, label: option } : option));
}

function restError({ status_code: status }: RestError): ApiError {
  if (status === undefined) return ApiError.from({ code: "connection_lost" });
  const codes: Readonly<Record<number, string>> = { 401: "unauthorized", 403: "unauthorized", 404: "flow_gone" };
  return ApiError.from({ code: codes[status] ?? "unknown_error" });
}
