import { ApiError } from "../../api/error.js";
import type { Session } from "../../app/session.js";

const BY_STATUS: Readonly<Record<number, string | undefined>> = {
  403: "unauthorized",
  404: "clip_over",
  503: "desk_store",
};

/**
 * Fetch the sound of the clip in one's hands. The address is good once, so each call asks for one, and each is entered
 * as a listening. Rejects with an ApiError.
 */
export async function fetchClip({ client, hass }: Session, ticket: string): Promise<ArrayBuffer> {
  const { path } = await client.ask("earshot/review/sound_path", { ticket });
  return fetchOnce(hass().hassUrl(path));
}

/** Fetch what an address stands for that is good once. Rejects with an ApiError. */
export async function fetchOnce(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address, { cache: "no-store" }).catch(() => undefined);
  if (response === undefined) throw new ApiError("connection_lost", "sound");
  if (!response.ok) throw new ApiError(BY_STATUS[response.status] ?? "unknown_error", String(response.status));
  return response.arrayBuffer();
}

/**
 * Plays a sound out of memory. There is no media element that could hand it on, and no address that outlives it; when it
 * is let go, nothing of it is left in the page.
 */
export class Playing {
  private context: AudioContext | undefined;
  private sound: AudioBuffer | undefined;
  private source: AudioBufferSourceNode | undefined;
  private begun = 0;

  /** `changed` is called when it begins, and when it ends. */
  constructor(private readonly changed: () => void) {}

  get loaded(): boolean {
    return this.sound !== undefined;
  }

  get playing(): boolean {
    return this.source !== undefined;
  }

  /** Seconds. */
  get length(): number {
    return this.sound?.duration ?? 0;
  }

  /** Seconds from the beginning; 0 while it does not play. */
  get position(): number {
    if (this.source === undefined || this.context === undefined) return 0;
    return Math.min(this.context.currentTime - this.begun, this.length);
  }

  /** The samples, for a drawing. */
  get samples(): Float32Array | undefined {
    return this.sound?.getChannelData(0);
  }

  /** Rejects if the browser cannot read the sound. */
  async load(bytes: ArrayBuffer): Promise<void> {
    this.context ??= new AudioContext();
    this.sound = await this.context.decodeAudioData(bytes);
  }

  /** Play from the beginning. */
  async play(): Promise<void> {
    if (this.context === undefined || this.sound === undefined) return;
    this.stop();
    await this.context.resume();
    const source = this.context.createBufferSource();
    source.buffer = this.sound;
    source.connect(this.context.destination);
    source.onended = () => {
      if (this.source === source) this.stop();
    };
    this.begun = this.context.currentTime;
    this.source = source;
    source.start();
    this.changed();
  }

  stop(): void {
    const { source } = this;
    if (source === undefined) return;
    this.source = undefined;
    source.stop();
    source.disconnect();
    this.changed();
  }

  /** Let go of the sound. */
  forget(): void {
    this.stop();
    this.sound = undefined;
    void this.context?.close().catch(() => undefined);
    this.context = undefined;
  }
}
