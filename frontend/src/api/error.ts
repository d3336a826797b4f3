/** Codes that say that the person has no right to it: Home Assistant's own, and Earshot's. */
const DENIED = new Set(["unauthorized", "not_yours"]);

/** What went wrong, by a code that has a text in every language (`errors.<code>`). */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly placeholders: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  get denied(): boolean {
    return DENIED.has(this.code);
  }

  /** Understand whatever was thrown: Home Assistant's answers have a code, its library throws numbers. */
  static from(thrown: unknown): ApiError {
    if (thrown instanceof ApiError) return thrown;
    if (typeof thrown === "object" && thrown !== null && "code" in thrown) {
      const { code, message, placeholders, translation_placeholders: translated } = thrown as Record<string, unknown>;
      return new ApiError(String(code), String(message ?? code), toStrings(placeholders ?? translated));
    }
    // 3 is the library's ERR_CONNECTION_LOST.
    return new ApiError(thrown === 3 ? "connection_lost" : "unknown_error", String(thrown));
  }
}

function toStrings(values: unknown): Record<string, string> {
  if (typeof values !== "object" || values === null) return {};
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
