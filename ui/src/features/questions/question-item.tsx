import { Trans, useLingui } from "@lingui/react/macro";
import { GripVertical } from "lucide-react";
import type { PointerEvent } from "react";
import type { Question } from "../../bindings/Question";
import { Dot } from "../../components/dot";
import { ANSWER_TYPES } from "../../words/answers";
import { SEVERITIES } from "../../words/severities";
import { useDesigner } from "./designer";
import classes from "./question-list.module.css";
import { TYPE_ICONS } from "./type-icons";

interface QuestionItemProps {
  question: Question;
  place: number;
  count: number;
  /** Where a dragged question would land. */
  drop: "above" | "below" | undefined;
  onGrab: (event: PointerEvent<HTMLElement>) => void;
}

export function QuestionItem({ question, place, count, drop, onGrab }: QuestionItemProps) {
  const { t } = useLingui();
  const { at, choose, findings } = useDesigner();
  const mine = findings.filter((finding) => finding.question === place);
  // The worst stands first.
  const worst = mine[0] && SEVERITIES[mine[0].severity];
  const type = question.answer?.type ?? "text";
  const Icon = TYPE_ICONS[type] ?? TYPE_ICONS.text;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list holds the focus and takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the list points at it
    <div
      role="option"
      id={`question-${place}`}
      className={classes.row}
      aria-selected={place === at}
      aria-setsize={count}
      aria-posinset={place + 1}
      data-drop={drop}
      data-testid={`question-row-${place}`}
      onClick={() => choose(place)}
      onDoubleClick={() => document.getElementById("question-text")?.focus()}
    >
      <span
        className={classes.grip}
        onPointerDown={onGrab}
        title={t`Drag, or press Alt and an arrow`}
      >
        <GripVertical size={13} aria-hidden />
      </span>
      <span className={classes.number}>Q{question.number}</span>
      <span className={classes.text} data-empty={!question.text || undefined}>
        {question.text || <Trans>Without words yet</Trans>}
      </span>
      {question.required && (
        <span className={classes.required} role="img" aria-label={t`Required`} title={t`Required`}>
          *
        </span>
      )}
      {worst && (
        <span role="img" aria-label={t(worst.has)} className={classes.mark}>
          <Dot tone={worst.tone} />
        </span>
      )}
      <Icon
        size={14}
        strokeWidth={1.7}
        className={classes.type}
        aria-label={t(ANSWER_TYPES[type])}
        role="img"
      />
    </div>
  );
}
