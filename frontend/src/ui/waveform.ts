/** How loud a sound is along its length, each from 0 to 1: the loudest sample of as many parts as are asked for. */
export function peaksOf(samples: Float32Array, count: number): number[] {
  const peaks = Array.from({ length: count }, (_, index) => {
    const first = Math.floor((index * samples.length) / count);
    const end = Math.max(first + 1, Math.floor(((index + 1) * samples.length) / count));
    let loudest = 0;
    for (let at = first; at < Math.min(end, samples.length); at++)
      loudest = Math.max(loudest, Math.abs(samples[at] ?? 0));
    return loudest;
  });
  const most = Math.max(...peaks, 0);
  // A quiet sound fills the height, too; one that is silent stays flat.
  return most < 0.001 ? peaks.map(() => 0) : peaks.map((peak) => peak / most);
}

/** One path of upright bars for a picture of `width` times `height`. */
export function barsOf(peaks: readonly number[], width: number, height: number): string {
  const step = width / peaks.length;
  return peaks
    .map((peak, index) => {
      const half = Math.max(1, (peak * height) / 2);
      const x = Math.round((index + 0.5) * step * 10) / 10;
      return `M${x} ${(height / 2 - half).toFixed(1)}V${(height / 2 + half).toFixed(1)}`;
    })
    .join("");
}
