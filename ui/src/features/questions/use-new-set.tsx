import { Trans, useLingui } from "@lingui/react/macro";
import { useDisclosure } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { ClipboardPaste, FilePlus2, FileUp, Lightbulb, type LucideIcon } from "lucide-react";
import { type ChangeEvent, type ReactNode, useRef } from "react";
import example from "../../api/example-questions.json?raw";
import { useDo } from "../../api/use-do";
import type { QuestionSet } from "../../bindings/QuestionSet";

/** A way to begin a set. */
export interface Way {
  id: "blank" | "paste" | "file" | "example";
  icon: LucideIcon;
  title: ReactNode;
  about: ReactNode;
  go: () => void;
}

/** Begins sets, and opens them at once. */
export function useNewSet() {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const picker = useRef<HTMLInputElement>(null);
  const [pasting, paste] = useDisclosure(false);
  const make = useDo("create_question_set");
  const read = useDo("read_questions");

  const create = (draft: QuestionSet) =>
    make.mutate(
      { draft },
      { onSuccess: ({ row }) => void navigate({ to: "/questions/$id", params: { id: row.id } }) },
    );
  const createFrom = (text: string, name?: string) =>
    read.mutate(
      { text, language: i18n.locale },
      {
        onSuccess: ({ draft, is_file }) =>
          create({ ...draft, name: (is_file && draft.name) || name || t`New questions` }),
      },
    );
  const pick = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const file = input.files?.[0];
    if (!file) return;
    const text = await file.text();
    input.value = "";
    createFrom(text, file.name.replace(/\.\w+$/, ""));
  };

  const ways: Way[] = [
    {
      id: "blank",
      icon: FilePlus2,
      title: <Trans>Start from scratch</Trans>,
      about: <Trans>An empty set, one question after the other</Trans>,
      go: () =>
        create({
          name: t`New questions`,
          language: i18n.locale,
          ...region(i18n.locale),
          questions: [],
        }),
    },
    {
      id: "paste",
      icon: ClipboardPaste,
      title: <Trans>Paste a list…</Trans>,
      about: <Trans>Your questions as you have them, one a line</Trans>,
      go: paste.open,
    },
    {
      id: "file",
      icon: FileUp,
      title: <Trans>Import a file…</Trans>,
      about: <Trans>A set that was exported from Leadbridge</Trans>,
      go: () => picker.current?.click(),
    },
    {
      id: "example",
      icon: Lightbulb,
      title: <Trans>Start from an example</Trans>,
      about: <Trans>Four questions to make your own</Trans>,
      go: () => createFrom(example),
    },
  ];
  return {
    ways,
    create,
    pasting,
    closePaste: paste.close,
    fault: read.error ?? make.error,
    picker: (
      <input
        ref={picker}
        type="file"
        accept=".json,.txt,application/json,text/plain"
        hidden
        onChange={(event) => void pick(event)}
        data-testid="set-file"
        aria-label={t`File of questions`}
      />
    ),
  };
}

/** The country that the browser's language names, if it is this language. */
function region(language: string): { region?: string } {
  const tag = window.navigator.languages.find((each) => each.startsWith(`${language}-`));
  const found = tag && new Intl.Locale(tag).region;
  return found ? { region: found } : {};
}
