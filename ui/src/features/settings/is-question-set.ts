/** A question set's file alone, as the engine tells it from a whole configuration. */
export function isQuestionSet(json: string): boolean {
  try {
    const given: unknown = JSON.parse(json);
    return typeof given === "object" && given !== null && "questions" in given;
  } catch {
    return false;
  }
}
