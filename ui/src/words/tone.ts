/** How a state feels; colours and dots follow from it. */
export type Tone = "good" | "info" | "warn" | "bad" | "quiet";
