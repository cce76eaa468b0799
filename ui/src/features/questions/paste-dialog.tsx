import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Modal, Select, Textarea } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useAsk } from "../../api/use-ask";
import type { QuestionSet } from "../../bindings/QuestionSet";
import { FaultNotice } from "../../components/fault-notice";
import { ANSWER_TYPES } from "../../words/answers";
import { codeName, SET_LANGUAGES } from "./codes";
import dialogs from "./dialogs.module.css";
import classes from "./questions-screen.module.css";

interface PasteDialogProps {
  opened: boolean;
  onClose: () => void;
  onCreate: (draft: QuestionSet) => void;
}

/** Makes a set of questions as people have them: one a line. */
export function PasteDialog({ opened, onClose, onCreate }: PasteDialogProps) {
  const { t } = useLingui();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={620}
      title={t`Paste your questions`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Body onClose={onClose} onCreate={onCreate} />
    </Modal>
  );
}

function Body({ onClose, onCreate }: Omit<PasteDialogProps, "opened">) {
  const { t, i18n } = useLingui();
  const [text, setText] = useState("");
  const [language, setLanguage] = useState(i18n.locale);
  const [asked] = useDebouncedValue(text, 200);
  const read = useAsk(
    "read_questions",
    { text: asked, language },
    { enabled: asked.trim() !== "", keepPrevious: true },
  );
  const name = codeName(i18n.locale, "language");
  const draft = asked.trim() && !read.error ? read.data?.draft : undefined;
  const count = draft?.questions.length ?? 0;
  const go = () => {
    if (!draft || count === 0) return;
    onCreate({ ...draft, name: draft.name || t`New questions` });
    onClose();
  };

  return (
    <form
      className={dialogs.body}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <Textarea
        data-autofocus
        label={t`One question a line`}
        description={t`Bullets and numbers may stay; Leadbridge guesses the kind of each answer`}
        rows={7}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) go();
        }}
        data-testid="paste-text"
      />
      <Select
        label={t`Language of the questions`}
        data={SET_LANGUAGES.map((value) => ({ value, label: name(value) }))}
        value={language}
        onChange={(value) => setLanguage(value ?? i18n.locale)}
        allowDeselect={false}
        w={220}
      />
      {read.error && <FaultNotice fault={read.error} />}
      {draft && count > 0 && (
        <ol className={classes.found} aria-label={t`What was found`}>
          {draft.questions.map((question, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file may say the same twice
            <li key={at}>
              <b>Q{question.number}</b>
              <span>{question.text}</span>
              <i>{t(ANSWER_TYPES[question.answer?.type] ?? ANSWER_TYPES.text)}</i>
            </li>
          ))}
        </ol>
      )}
      {draft && count === 0 && (
        <p className={dialogs.hint}>
          <Trans>No question was found in this.</Trans>
        </p>
      )}
      <div className={dialogs.foot}>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" disabled={count === 0 || asked !== text} data-testid="paste-create">
          {count > 0 ? (
            <Plural
              value={count}
              one="Make a set of # question"
              other="Make a set of # questions"
            />
          ) : (
            <Trans>Make a set</Trans>
          )}
        </Button>
      </div>
    </form>
  );
}
