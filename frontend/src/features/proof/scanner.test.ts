import { expect, test } from "vitest";
import { Scanner, whyNot } from "./scanner.js";

/** A window with what a test says, and a camera whose track tells whether it is on. */
function scope(codes: readonly string[], changes: object = {}) {
  const track = { on: true, stop: () => (track.on = false) };
  let looks = 0;
  class BarcodeDetector {
    async detect() {
      const code = codes[looks++];
      return code === undefined || code === "" ? [] : [{ rawValue: code }];
    }
  }
  const mediaDevices = { getUserMedia: async () => ({ getTracks: () => [track] }) };
  const given = { BarcodeDetector, isSecureContext: true, navigator: { mediaDevices }, ...changes };
  return { track, window: given as unknown as Window };
}

const video = { play: async () => undefined, srcObject: null } as unknown as HTMLVideoElement;

test("the camera is offered where there is one and codes can be read, and otherwise it is said why not", () => {
  expect(whyNot(scope([]).window)).toBeUndefined();
  expect(whyNot(scope([], { navigator: {}, isSecureContext: false }).window)).toBe("insecure");
  const bare = { isSecureContext: true, navigator: { mediaDevices: {} } } as unknown as Window;
  expect(whyNot(bare)).toBe("unsupported");
});

test("the first code that is seen is read, and the camera is given back", async () => {
  const { window, track } = scope(["", "earshot/a\n1\n"]);
  expect(await new Scanner(window).read(video)).toBe("earshot/a\n1\n");
  expect(track.on).toBe(false);
});

test("whoever leaves gets the camera back, also while it is being asked for", async () => {
  const { window, track } = scope([]);
  const scanner = new Scanner(window);
  const reading = scanner.read(video);
  scanner.stop();
  expect(await reading).toBeUndefined();
  expect(track.on).toBe(false);
});
