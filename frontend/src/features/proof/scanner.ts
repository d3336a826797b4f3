/** What a browser has that reads codes. TypeScript does not know it: it is in no standard yet. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type Detectors = new (options: { formats: readonly string[] }) => Detector;

/** Why the camera cannot be used: "insecure" (it needs https), "unsupported" (this browser reads no codes). */
export type WhyNot = "insecure" | "unsupported";

/** Between two looks at the picture: a code that is held still is read at the second one. */
const LOOK_MS = 200;

/** Say why no code can be read with the camera here; undefined: it can. */
export function whyNot(scope: Window = window): WhyNot | undefined {
  if (!("BarcodeDetector" in scope)) return scope.isSecureContext ? "unsupported" : "insecure";
  // Over plain http a browser hands out no camera.
  return scope.navigator.mediaDevices === undefined ? "insecure" : undefined;
}

/** Reads one code with the camera. Nothing of the picture is kept or leaves the browser. */
export class Scanner {
  private stream: MediaStream | undefined;
  private stopped = false;

  constructor(private readonly scope: Window = window) {}

  /** Show the picture in `video` until a code is read, and return its text; undefined: it was stopped. Rejects where the camera is refused. */
  async read(video: HTMLVideoElement): Promise<string | undefined> {
    const { BarcodeDetector } = this.scope as unknown as { BarcodeDetector: Detectors };
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    const stream = await this.scope.navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    this.stream = stream;
    if (this.stopped) {
      this.stop();
      return undefined;
    }
    video.srcObject = stream;
    await video.play();
    while (!this.stopped) {
      const [code] = await detector.detect(video);
      if (code !== undefined) {
        this.stop();
        return code.rawValue;
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    return undefined;
  }

  /** Give the camera back. */
  stop(): void {
    this.stopped = true;
    for (const track of this.stream?.getTracks() ?? []) track.stop();
  }
}
