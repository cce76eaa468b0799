import { Trans, useLingui } from "@lingui/react/macro";
import { Select } from "@mantine/core";
import { Languages } from "lucide-react";
import { useState } from "react";
import type { Question } from "../../bindings/Question";
import { useFormat } from "../../i18n/format";
import { languageName } from "../../words/languages";
import { codeName, OTHER_LANGUAGES } from "./codes";
import { useDesigner } from "./designer";
import { setQuestion, setWording } from "./edits";
import { FieldFindings } from "./field-findings";
import classes from "./question-editor.module.css";
import { useFirstWords } from "./use-first-words";
import { WordingField } from "./wording-field";

/** The question's words: in the set's language, and in others under the same number. */
export function Wordings({ question, path }: { question: Question; path: string }) {
  const { t, i18n } = useLingui();
  const { draft, at, edit, findings, wanted, setWanted } = useDesigner();
  const [added, setAdded] = useState<string | null>(null);
  const format = useFormat();
  const name = codeName(i18n.locale, "language");
  const lacking = findings
    .filter(({ code, question: place }) => code === "variant_missing" && place === at)
    .flatMap(({ path: lacks, with: { language } }) => (language ? [{ lacks, language }] : []))
    .filter(({ language }) => !(language in (question.texts ?? {})));
  const opened = lacking.find(({ lacks }) => lacks === wanted)?.language;
  const texts = Object.entries(question.texts ?? {});
  // Last, where it stays once something is typed: moved, it would lose the focus.
  if (opened) texts.push([opened, ""]);
  const own = draft.language;
  const free = OTHER_LANGUAGES.filter((code) => code !== own && !(code in (question.texts ?? {})));
  // What other questions are asked in comes first.
  const used = new Set(draft.questions.flatMap((each) => Object.keys(each.texts ?? {})));
  const offered = [...free].sort((a, b) => Number(used.has(b)) - Number(used.has(a)));
  const onFirstWords = useFirstWords();
  const add = (code: string | null) => {
    if (!code) return;
    setAdded(code);
    edit(setWording(draft, at, code, ""));
  };

  return (
    <fieldset className={classes.group}>
      <WordingField
        id="question-text"
        label={own ? t`Question in ${languageName(own, format)}` : t`Question`}
        number={question.number}
        value={question.text ?? ""}
        path={`${path}.text`}
        onChange={(text) => edit(setQuestion(draft, at, { text }), `${at} text`)}
        onBlur={onFirstWords}
      />
      {texts.map(([code, text]) => (
        <WordingField
          key={code}
          id={`question-text-${code}`}
          label={name(code)}
          number={question.number}
          value={text}
          path={`${path}.texts.${code}`}
          autoFocus={code === added}
          onChange={(next) => edit(setWording(draft, at, code, next), `${at} text ${code}`)}
          onRemove={() => {
            setWanted(null);
            if (code !== opened) edit(setWording(draft, at, code, undefined));
          }}
        />
      ))}
      {lacking.map(
        ({ lacks, language }) => language !== opened && <FieldFindings key={lacks} path={lacks} />,
      )}
      <Select
        className={classes.add ?? ""}
        aria-label={t`Add a language`}
        placeholder={t`Add a language`}
        leftSection={<Languages size={14} aria-hidden />}
        data={offered.map((value) => ({ value, label: name(value) }))}
        value={null}
        onChange={add}
        searchable
        selectFirstOptionOnChange
        nothingFoundMessage={<Trans>No such language</Trans>}
        maxDropdownHeight={220}
        w={200}
      />
    </fieldset>
  );
}
