import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Select } from "@mantine/core";
import { useState } from "react";
import { useAsk } from "../../api/use-ask";
import type { QuestionSet } from "../../bindings/QuestionSet";
import { useFormat } from "../../i18n/format";
import { languageName } from "../../words/languages";
import classes from "./checks.module.css";
import { sampleKey } from "./sample-choice";
import { useExpect } from "./use-expect";
import { useSampleName } from "./use-library";

interface AddCheckProps {
  set: string;
  draft: QuestionSet;
}

/** Keeps what is read from a sample now as what is expected of it. */
export function AddCheck({ set, draft }: AddCheckProps) {
  const { t } = useLingui();
  const format = useFormat();
  const nameOf = useSampleName();
  const samples = useAsk("samples", { set });
  const expect = useExpect(set);
  const [chosen, setChosen] = useState<string | null>(null);
  const free = (samples.data ?? []).filter((row) => !row.expected);
  const picked = free.find(({ sample }) => sampleKey(sample) === chosen);
  const own = draft.language ?? null;
  const languages = [
    ...new Set(free.map(({ language, sample }) => (sample.from === "shipped" ? language : null))),
  ];
  const options = (of: (row: (typeof free)[number]) => boolean) =>
    free.filter(of).map((row) => ({ value: sampleKey(row.sample), label: nameOf(row) }));
  const groups = [
    { group: t`Your samples`, items: options(({ sample }) => sample.from === "kept") },
    ...languages
      .filter((code) => code !== null)
      .sort((a, b) => Number(b === own) - Number(a === own))
      .map((code) => {
        const language = languageName(code, format);
        return {
          group: t`Examples: ${language}`,
          items: options((row) => row.sample.from === "shipped" && row.language === code),
        };
      }),
  ].filter(({ items }) => items.length > 0);

  if (groups.length === 0)
    return (
      <p className={classes.note}>
        {samples.data?.length === 0 && (
          <Trans>Keep a conversation as a sample in Preview; then it can be checked here.</Trans>
        )}
      </p>
    );
  return (
    <div className={classes.add}>
      <Select
        className={classes.grow ?? ""}
        label={t`Add a check`}
        placeholder={t`Choose a sample`}
        data={groups}
        value={picked ? chosen : null}
        onChange={setChosen}
        searchable
        selectFirstOptionOnChange
        nothingFoundMessage={t`Nothing found`}
        data-testid="check-sample"
      />
      <Button
        variant="default"
        disabled={!picked}
        loading={expect.isPending}
        onClick={() => picked && expect.keep(picked.sample, draft, () => setChosen(null))}
        data-testid="add-check"
      >
        <Trans>Expect what is read now</Trans>
      </Button>
    </div>
  );
}
