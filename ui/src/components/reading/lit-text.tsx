import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useMemo } from "react";
import type { Answer } from "../../bindings/Answer";
import type { MessageView } from "../../bindings/MessageView";
import { useAnswerFocus } from "./answer-focus";
import { type Stretch, stretches } from "./lit";
import classes from "./lit-text.module.css";

interface LitTextProps {
  message: MessageView;
  answers: readonly Answer[];
  /** Whether each answer of the questions is among them: then other markers are told apart. */
  complete?: boolean;
}

/** A message with its markers as quiet chips and each answer lit at its very characters. */
export function LitText({ message, answers, complete = false }: LitTextProps) {
  const { t } = useLingui();
  const parts = useMemo(() => stretches(message, answers), [message, answers]);
  return (
    <>
      {parts.map((part) => {
        if (part.kind === "plain") return <span key={part.start}>{part.text}</span>;
        if (part.kind === "marker") {
          const isForeign = complete && !answers.some(({ number }) => number === part.number);
          return (
            <span
              key={part.start}
              className={classes.marker}
              data-foreign={isForeign || undefined}
              title={isForeign ? t`Q${part.number} is not among these questions` : undefined}
            >
              Q{part.number}
            </span>
          );
        }
        return <Lit key={part.start} part={part} answers={answers} />;
      })}
    </>
  );
}

type LitStretch = Extract<Stretch, { kind: "lit" }>;

function Lit({ part, answers }: { part: LitStretch; answers: readonly Answer[] }) {
  const { t } = useLingui();
  const { chosen, hovered, choose, hover } = useAnswerFocus();
  const [first = 0, ...others] = part.numbers;
  const review = answers.find((each) => each.number === first)?.status !== "answered";
  const isChosen = chosen !== null && part.numbers.includes(chosen);
  const isHovered = hovered !== null && part.numbers.includes(hovered);

  // Words that several answers share lead to each of them in turn.
  const next = chosen === null ? first : (part.numbers[part.numbers.indexOf(chosen) + 1] ?? first);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose(next, "words");
  };

  const mark = (
    // A button can not break across lines as words do.
    // biome-ignore-start lint/a11y/useSemanticElements: see above
    // biome-ignore-start lint/a11y/noNoninteractiveElementToInteractiveRole: see above
    <mark
      role="button"
      tabIndex={0}
      className={classes.lit}
      data-testid={`lit-answer-${first}`}
      data-numbers={part.ends.length > 0 ? part.ends.join(" ") : undefined}
      data-review={review || undefined}
      data-chosen={isChosen || undefined}
      data-hovered={isHovered || undefined}
      aria-pressed={isChosen}
      title={t`Answer to question ${first}`}
      onClick={() => choose(next, "words")}
      onKeyDown={onKeyDown}
      onPointerEnter={() => hover(first)}
      onPointerLeave={() => hover(null)}
    >
      {part.text}
    </mark>
    // biome-ignore-end lint/a11y/useSemanticElements: see above
    // biome-ignore-end lint/a11y/noNoninteractiveElementToInteractiveRole: see above
  );
  return others.reduce(
    (inner, number) => (
      <span key={number} data-testid={`lit-answer-${number}`}>
        {inner}
      </span>
    ),
    mark,
  );
}
