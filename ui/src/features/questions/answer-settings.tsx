import { Trans, useLingui } from "@lingui/react/macro";
import { Select } from "@mantine/core";
import type { AnswerType } from "../../bindings/AnswerType";
import type { Question } from "../../bindings/Question";
import { ANSWER_TYPES } from "../../words/answers";
import { TYPE_HELP } from "../../words/questions";
import { ChoiceOptions } from "./choice-options";
import { useDesigner } from "./designer";
import { answerOf, setQuestion } from "./edits";
import { FieldFindings } from "./field-findings";
import classes from "./question-editor.module.css";
import { TYPE_ICONS } from "./type-icons";

type Type = AnswerType["type"];
const TYPES = Object.keys(ANSWER_TYPES) as Type[];

/** What kind of answer is looked for, and its own options. */
export function AnswerSettings({ question, path }: { question: Question; path: string }) {
  const { t } = useLingui();
  const { draft, at, edit } = useDesigner();
  const type = question.answer?.type ?? "text";
  const Icon = TYPE_ICONS[type] ?? TYPE_ICONS.text;
  return (
    <fieldset className={classes.group}>
      <div data-path={`${path}.answer`}>
        <Select
          label={<Trans>Answer</Trans>}
          description={TYPE_HELP[type] && t(TYPE_HELP[type])}
          data={TYPES.map((value) => ({ value, label: t(ANSWER_TYPES[value]) }))}
          value={type}
          allowDeselect={false}
          onChange={(value) =>
            value && edit(setQuestion(draft, at, { answer: answerOf(value as Type) }))
          }
          leftSection={<Icon size={14} aria-hidden />}
          renderOption={({ option }) => <TypeOption type={option.value as Type} />}
          maxDropdownHeight={420}
          data-testid="answer-type"
        />
        {question.answer?.type === "choice" ? (
          <FieldFindings path={`${path}.answer.type`} />
        ) : (
          <FieldFindings path={`${path}.answer`} />
        )}
      </div>
      {question.answer?.type === "choice" && (
        <ChoiceOptions answer={question.answer} path={`${path}.answer`} />
      )}
    </fieldset>
  );
}

function TypeOption({ type }: { type: Type }) {
  const { t } = useLingui();
  const Icon = TYPE_ICONS[type];
  return (
    <span className={classes.type}>
      <Icon size={15} aria-hidden />
      <span>
        {t(ANSWER_TYPES[type])}
        <small>{t(TYPE_HELP[type])}</small>
      </span>
    </span>
  );
}
