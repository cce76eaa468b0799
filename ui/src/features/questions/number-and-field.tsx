import { Trans, useLingui } from "@lingui/react/macro";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { Question } from "../../bindings/Question";
import { useDesigner } from "./designer";
import { setQuestion } from "./edits";
import { FieldFindings } from "./field-findings";
import classes from "./question-editor.module.css";

/** By what the question is known: its marker's number, and its name for the lead. */
export function NumberAndField({ question, path }: { question: Question; path: string }) {
  const { t } = useLingui();
  const { draft, at, edit } = useDesigner();
  // While it is being typed, what is there may be no number.
  const [typed, setTyped] = useState<string | null>(null);
  const setNumber = (text: string) => {
    setTyped(text);
    const number = Number(text);
    if (/^\d{1,4}$/.test(text.trim()) && number >= 1)
      edit(setQuestion(draft, at, { number }), `${at} number`);
  };
  return (
    <fieldset className={classes.group}>
      <div className={classes.naming}>
        <div data-path={`${path}.number`}>
          <TextInput
            label={<Trans>Question no.</Trans>}
            inputMode="numeric"
            value={typed ?? String(question.number ?? "")}
            onChange={(event) => setNumber(event.currentTarget.value)}
            onBlur={() => setTyped(null)}
            error={typed !== null && !/^[1-9]\d{0,3}$/.test(typed.trim()) ? t`1 to 9999` : null}
          />
        </div>
        <div data-path={`${path}.field`}>
          <TextInput
            label={<Trans>Name in the lead</Trans>}
            className={classes.mono ?? ""}
            value={question.field ?? ""}
            onChange={(event) =>
              edit(setQuestion(draft, at, { field: event.currentTarget.value }), `${at} field`)
            }
          />
        </div>
      </div>
      <p className={classes.help}>
        <Trans>
          The number stands in the marker of messages that you already use in iAdvize, so moving a
          question never changes it.
        </Trans>
      </p>
      <FieldFindings path={`${path}.number`} />
      <FieldFindings path={`${path}.field`} />
    </fieldset>
  );
}
