import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Combobox, useCombobox, VisuallyHidden } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { ChevronsUpDown } from "lucide-react";
import { type KeyboardEvent, useEffect, useState } from "react";
import { type Entry, found } from "./library";
import classes from "./sample-bar.module.css";
import type { OpenedFile } from "./sample-choice";
import { useLibrary } from "./use-library";

/** Long enough not to ask for each letter. */
const PAUSE_MS = 160;

interface SamplePickerProps {
  set: string;
  language: string | null;
  opened: OpenedFile | null;
  current: Entry | undefined;
  onChoose: (entry: Entry) => void;
}

/** The sample that is read, and the whole library behind it. */
export function SamplePicker({ set, language, opened, current, onChoose }: SamplePickerProps) {
  const { t } = useLingui();
  const [search, setSearch] = useState("");
  // Enter came before what was searched for; it waits, since what is listed is of an older search.
  const [held, setHeld] = useState(false);
  const [asked] = useDebouncedValue(search, PAUSE_MS);
  const library = useLibrary({ set, language, opened, search: asked });
  const groups = found(library.groups, search);
  const isOld = asked !== search || library.isOld;
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch("");
      setHeld(false);
    },
  });
  const { selectFirstOption, selectActiveOption, dropdownOpened } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found changes with the words
  useEffect(() => {
    if (!dropdownOpened) return;
    if (search) selectFirstOption();
    else selectActiveOption();
  }, [search, dropdownOpened, groups.length]);

  const submit = (key: string) => {
    const entry = groups.flatMap((group) => group.entries).find((each) => each.key === key);
    if (entry) onChoose(entry);
    combobox.closeDropdown();
    combobox.focusTarget();
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the list of that moment is taken
  useEffect(() => {
    if (!held || isOld) return;
    setHeld(false);
    const first = groups[0]?.entries[0];
    if (first) submit(first.key);
  }, [held, isOld]);
  const hold = (event: KeyboardEvent) => {
    const waits = event.key === "Enter" && isOld && !event.nativeEvent.isComposing;
    setHeld(waits);
    if (!waits) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={submit} position="bottom-start" width={400}>
      <Combobox.Target targetType="button">
        <Button
          variant="default"
          className={classes.picker ?? ""}
          classNames={{ inner: classes.pickerInner ?? "", label: classes.pickerLabel ?? "" }}
          rightSection={<ChevronsUpDown size={13} aria-hidden />}
          onClick={() => combobox.toggleDropdown()}
          data-testid="sample-picker"
        >
          <span className={classes.name}>
            {current && (
              <VisuallyHidden>
                <Trans>Sample:</Trans>{" "}
              </VisuallyHidden>
            )}
            {current?.name ?? t`Choose a sample`}
          </span>{" "}
          {current?.sample.from === "conversation" && (
            <span className={classes.aside}>{current.aside}</span>
          )}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown className={classes.dropdown ?? ""}>
        <Combobox.Search
          role="combobox"
          aria-expanded={dropdownOpened}
          aria-label={t`Search samples and conversations`}
          placeholder={t`Search samples and conversations`}
          value={search}
          onKeyDownCapture={hold}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Combobox.Options
          className={classes.options ?? ""}
          aria-label={t`Samples and conversations`}
        >
          {groups.map((group) => (
            <Combobox.Group key={group.key} label={group.name}>
              {group.entries.map((entry) => (
                <Combobox.Option
                  key={entry.key}
                  value={entry.key}
                  active={entry.key === current?.key}
                  className={classes.option ?? ""}
                >
                  <span className={classes.line}>
                    <span className={classes.name}>{entry.name}</span>
                    {entry.aside && <span className={classes.aside}>{entry.aside}</span>}
                  </span>
                  {entry.snippet && <span className={classes.snippet}>{entry.snippet}</span>}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
          {groups.length === 0 && <Combobox.Empty>{t`Nothing found`}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
