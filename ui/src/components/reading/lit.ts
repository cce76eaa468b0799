import type { Answer } from "../../bindings/Answer";
import type { MessageView } from "../../bindings/MessageView";

/** A stretch of a message that is shown in one way. */
export type Stretch =
  | { kind: "plain"; start: number; text: string }
  | { kind: "marker"; start: number; number: number }
  /** `numbers`: the answers that stand on it, the most exact first. `ends`: those whose words end here. */
  | { kind: "lit"; start: number; text: string; numbers: number[]; ends: number[] };

interface Span {
  number: number;
  start: number;
  end: number;
}

/**
 * Cuts a message where markers and evidence begin and end. All offsets count Unicode scalar
 * values, as the engine does, so that an emoji is one and nothing shifts behind it.
 */
export function stretches(message: MessageView, answers: readonly Answer[]): Stretch[] {
  const characters = Array.from(message.text);
  const spans = spansIn(message.id, answers, characters.length);
  const cuts = new Set([0, characters.length]);
  for (const { start, end } of [...message.markers, ...spans]) cuts.add(start).add(end);
  const edges = [...cuts].filter((edge) => edge <= characters.length).sort((a, b) => a - b);

  const result: Stretch[] = [];
  edges.slice(0, -1).forEach((start, index) => {
    const end = edges[index + 1] ?? start;
    const marker = message.markers.find((each) => each.start <= start && end <= each.end);
    if (marker) {
      if (marker.start === start) result.push({ kind: "marker", start, number: marker.number });
      return;
    }
    const text = characters.slice(start, end).join("");
    const here = spans
      .filter((span) => span.start <= start && end <= span.end)
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    if (here.length === 0) result.push({ kind: "plain", start, text });
    else {
      const numbers = [...new Set(here.map((span) => span.number))];
      const ends = [...new Set(here.filter((span) => span.end === end).map((span) => span.number))];
      result.push({ kind: "lit", start, text, numbers, ends });
    }
  });
  return result;
}

function spansIn(messageId: string, answers: readonly Answer[], length: number): Span[] {
  return answers.flatMap(({ number, evidence }) =>
    evidence
      .filter(
        (span) => span.message_id === messageId && span.start < span.end && span.end <= length,
      )
      .map(({ start, end }) => ({ number, start, end })),
  );
}
