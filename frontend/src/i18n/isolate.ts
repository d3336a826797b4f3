/**
 * Set a name from outside off from the sentence around it, so that the direction of its letters, and signs in it that
 * turn directions round, end where it ends.
 */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}
