import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox } from "@mantine/core";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { AnswerType } from "../../bindings/AnswerType";
import type { ChoiceOption } from "../../bindings/ChoiceOption";
import { ChoiceRow } from "./choice-row";
import { useDesigner } from "./designer";
import { setQuestion } from "./edits";
import { FieldFindings } from "./field-findings";
import classes from "./question-editor.module.css";

type Choice = Extract<AnswerType, { type: "choice" }>;

/** What can be chosen, and what visitors call it. */
export function ChoiceOptions({ answer, path }: { answer: Choice; path: string }) {
  const { t } = useLingui();
  const { draft, at, edit } = useDesigner();
  const [added, setAdded] = useState<number | null>(null);
  const { options } = answer;
  const change = (next: ChoiceOption[], what?: string) =>
    edit(setQuestion(draft, at, { answer: { ...answer, options: next } }), what);
  const add = () => {
    setAdded(options.length);
    change([...options, { value: "" }]);
  };
  const move = (from: number, to: number) => {
    const option = options[from];
    if (option && to >= 0 && to < options.length)
      change(options.toSpliced(from, 1).toSpliced(to, 0, option));
  };

  return (
    <fieldset data-path={`${path}.options`} className={classes.group} aria-label={t`Choices`}>
      {options.length > 0 && (
        <div className={classes.optionHead} aria-hidden>
          <span />
          <span>
            <Trans>Written to the lead</Trans>
          </span>
          <span>
            <Trans>What visitors say</Trans>
          </span>
        </div>
      )}
      <ol className={classes.options}>
        {options.map((option, place) => (
          <ChoiceRow
            // biome-ignore lint/suspicious/noArrayIndexKey: values may be twice there while typing
            key={place}
            option={option}
            place={place}
            count={options.length}
            path={`${path}.options[${place}]`}
            autoFocus={place === added}
            onChange={(next, what) =>
              change(options.with(place, next), what && `${at} option ${place} ${what}`)
            }
            onMove={(to) => move(place, to)}
            onRemove={() => change(options.toSpliced(place, 1))}
            onNext={add}
          />
        ))}
      </ol>
      <NoOptions path={`${path}.options`} count={options.length} />
      <Button
        variant="default"
        className={classes.add ?? ""}
        leftSection={<Plus size={14} />}
        onClick={add}
        data-testid="add-option"
      >
        <Trans>Add a choice</Trans>
      </Button>
      <Checkbox
        label={t`Several can be chosen`}
        description={t`All that the visitor names are taken, in their order`}
        checked={answer.multiple ?? false}
        onChange={(event) => {
          const { multiple: _, ...rest } = answer;
          const several = event.currentTarget.checked;
          edit(setQuestion(draft, at, { answer: several ? { ...rest, multiple: true } : rest }));
        }}
      />
    </fieldset>
  );
}

/** What is found about the list as a whole; each row shows its own. */
function NoOptions({ path, count }: { path: string; count: number }) {
  return count === 0 ? <FieldFindings path={path} /> : null;
}
