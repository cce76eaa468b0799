import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useAsk, useRows } from "../../api/use-ask";
import type { SampleRow } from "../../bindings/SampleRow";
import { useNow } from "../../components/use-now";
import { useFormat } from "../../i18n/format";
import { languageName } from "../../words/languages";
import { SAMPLE_KINDS } from "../../words/samples";
import { groupsOf, type LibraryWords } from "./library";
import type { OpenedFile } from "./sample-choice";

/** As many conversations as a person looks through before they search. */
const RECEIVED = 50;

/** How a sample is called: what it shows, or the name that it was kept under. */
export function useSampleName(): (row: SampleRow) => string {
  const { t, i18n } = useLingui();
  return useMemo(
    () => (row) => row.name ?? (row.kind ? i18n._(SAMPLE_KINDS[row.kind]) : t`Sample`),
    [t, i18n],
  );
}

function useLibraryWords(): LibraryWords {
  const { t } = useLingui();
  const format = useFormat();
  const nameOf = useSampleName();
  const now = useNow(60_000);
  return useMemo(
    () => ({
      opened: t`Opened file`,
      kept: t`Your samples`,
      received: t`Conversations received`,
      unnamed: t`Unnamed visitor`,
      shipped: (code) => {
        const language = languageName(code, format);
        return t`Examples: ${language}`;
      },
      nameOf,
      asideOf: (row) => (row.anonymised ? t`names replaced` : ""),
      day: (at) => format.brief(at, now),
      conversationOf: (at) => {
        const day = at && format.brief(at, 0);
        return day ? t`Conversation of ${day}` : t`Conversation`;
      },
    }),
    [t, format, nameOf, now],
  );
}

interface LibraryOf {
  set: string;
  language: string | null;
  opened: OpenedFile | null;
  search?: string;
}

/** Everything that questions can be tried on. */
export function useLibrary({ set, language, opened, search = "" }: LibraryOf) {
  const samples = useAsk("samples", { set }, { keepPrevious: true });
  const received = useRows("conversations", { limit: RECEIVED, ...(search ? { search } : {}) });
  const words = useLibraryWords();
  const rows = samples.data;
  const conversations = received.rows;
  const groups = useMemo(
    () => groupsOf({ rows: rows ?? [], conversations, opened, language, words }),
    [rows, conversations, opened, language, words],
  );
  return {
    groups,
    isPending: samples.isPending || received.isPending,
    /** Whether what was received is still that of an earlier search. */
    isOld: received.isPlaceholder,
    fault: samples.error ?? received.fault,
    retry: () => {
      void samples.refetch();
      void received.retry();
    },
  };
}
