import { Trans, useLingui } from "@lingui/react/macro";
import { Checkbox, Select } from "@mantine/core";
import type { Capture } from "../../bindings/Capture";
import type { Question } from "../../bindings/Question";
import type { Repeat } from "../../bindings/Repeat";
import { CAPTURES, REPEATS } from "../../words/questions";
import { useDesigner } from "./designer";
import { setQuestion } from "./edits";
import { FieldFindings } from "./field-findings";
import classes from "./question-editor.module.css";

/** Which messages are the reply, and which asking counts. */
export function ReadingSettings({ question, path }: { question: Question; path: string }) {
  const { t } = useLingui();
  const { draft, at, edit } = useDesigner();
  const capture = question.capture ?? "reply";
  const repeat = question.repeat ?? "last";
  return (
    <fieldset className={classes.group}>
      <div className={classes.pair}>
        <div data-path={`${path}.capture`}>
          <Select
            label={<Trans>Take</Trans>}
            description={CAPTURES[capture] && t(CAPTURES[capture].help)}
            inputWrapperOrder={["label", "input", "description", "error"]}
            data={choices(CAPTURES, t)}
            value={capture}
            allowDeselect={false}
            onChange={(value) =>
              edit(setQuestion(draft, at, { capture: (value ?? "reply") as Capture }))
            }
          />
          <FieldFindings path={`${path}.capture`} />
        </div>
        <div data-path={`${path}.repeat`}>
          <Select
            label={<Trans>If asked again</Trans>}
            description={REPEATS[repeat] && t(REPEATS[repeat].help)}
            inputWrapperOrder={["label", "input", "description", "error"]}
            data={choices(REPEATS, t)}
            value={repeat}
            allowDeselect={false}
            onChange={(value) =>
              edit(setQuestion(draft, at, { repeat: (value ?? "last") as Repeat }))
            }
          />
          <FieldFindings path={`${path}.repeat`} />
        </div>
      </div>
      <div data-path={`${path}.required`}>
        <Checkbox
          label={t`Required`}
          description={t`A lead needs this answer`}
          checked={question.required ?? false}
          onChange={(event) =>
            edit(setQuestion(draft, at, { required: event.currentTarget.checked }))
          }
        />
        <FieldFindings path={`${path}.required`} />
      </div>
    </fieldset>
  );
}

type Words = ReturnType<typeof useLingui>["t"];

function choices(table: typeof CAPTURES | typeof REPEATS, t: Words) {
  return Object.entries(table).map(([value, { label }]) => ({ value, label: t(label) }));
}
