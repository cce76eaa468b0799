import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { useDesigner } from "./designer";
import { addBelow, duplicate, move } from "./edits";
import { ListActions } from "./list-actions";
import { QuestionItem } from "./question-item";
import classes from "./question-list.module.css";
import { useDeleteQuestion } from "./use-delete-question";
import { useDrag } from "./use-drag";
import { useEditKeys } from "./use-edit-keys";

/** The questions in their order, to be moved through and rearranged by mouse and keyboard. */
export function QuestionList() {
  const { t } = useLingui();
  const { draft, at, choose, editList } = useDesigner();
  const list = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLSpanElement>(null);
  const count = draft.questions.length;

  useEffect(() => {
    document.getElementById(`question-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [at]);

  const toText = () => document.getElementById("question-text")?.focus();
  const add = () => {
    editList(addBelow(draft, at < 0 ? count - 1 : at));
    // The editor shows the new question only after it was drawn.
    setTimeout(toText, 30);
  };
  const moveTo = (from: number, to: number) => {
    const moved = move(draft, from, to);
    if (moved.set === draft) return;
    editList(moved);
    if (said.current) {
      const { number } = draft.questions[from] ?? {};
      said.current.textContent = t`Q${number} is now number ${moved.at + 1} of ${count} in the list`;
    }
  };
  const removeAt = useDeleteQuestion(() => list.current?.focus());
  const copy = () => at >= 0 && editList(duplicate(draft, at));
  useEditKeys({
    count,
    at,
    onChoose: choose,
    onMove: (step) => at >= 0 && moveTo(at, at + step),
    onEdit: toText,
    onAdd: add,
    onDuplicate: copy,
    onDelete: () => removeAt(at),
  });
  const drag = useDrag(list, moveTo);

  return (
    <section className={classes.column} aria-label={t`Questions`}>
      <div
        ref={list}
        id="questions-list"
        className={classes.list}
        role="listbox"
        tabIndex={0}
        aria-label={t`Questions in order`}
        aria-activedescendant={at >= 0 ? `question-${at}` : undefined}
        data-path="questions"
      >
        {draft.questions.map((question, place) => (
          <QuestionItem
            // Nothing but its place tells a question from others: numbers may be twice there.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={place}
            question={question}
            place={place}
            count={count}
            drop={drag.over?.place === place ? drag.over.side : undefined}
            onGrab={(event) => drag.grab(event, place)}
          />
        ))}
        {count === 0 && (
          <p className={classes.none}>
            <Trans>No question yet. Press N to add the first one.</Trans>
          </p>
        )}
      </div>
      <span ref={said} className={classes.said} role="status" />
      <ListActions onAdd={add} onDuplicate={copy} onDelete={() => removeAt(at)} />
    </section>
  );
}
