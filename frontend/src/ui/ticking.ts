import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Draws an element anew as time goes by, and says what time it is. */
export class Ticking implements ReactiveController {
  private timer: number | undefined;

  /** `seconds`: how old what is shown may be. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly seconds = 30,
  ) {
    host.addController(this);
  }

  /** Milliseconds since the epoch. */
  get now(): number {
    return Date.now();
  }

  hostConnected(): void {
    this.timer = window.setInterval(() => this.host.requestUpdate(), this.seconds * 1000);
  }

  hostDisconnected(): void {
    window.clearInterval(this.timer);
  }
}
