import { type RefObject, useCallback, useEffect, useState } from "react";
import { usePlatform } from "../../api/platform-context";
import type { Finding } from "../../bindings/Finding";
import { applyPatch } from "./patch";
import { findingKey, focusFinding, focusPath } from "./places";
import { same } from "./same";
import type { DraftInHand } from "./use-draft";

interface Target {
  key: string | null;
  path: string;
}

interface FindingsFocus {
  root: RefObject<HTMLElement | null>;
  hand: DraftInHand;
  choose: (at: number) => void;
  /** Brings what a path is in to the front. */
  uncover: (path: string) => void;
}

/** Goes from finding to finding, and puts right what can be put right. */
export function useFindingsFocus({ root, hand, choose, uncover }: FindingsFocus) {
  const platform = usePlatform();
  const [target, setTarget] = useState<Target | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const { findings, store } = hand;

  // What was brought to the front is there only after it was drawn.
  useEffect(() => {
    if (!target) return;
    const timer = setTimeout(() => {
      if (root.current) {
        if (target.key) focusFinding(root.current, target.key, target.path);
        else focusPath(root.current, target.path);
      }
      setTarget(null);
    }, 30);
    return () => clearTimeout(timer);
  }, [target, root]);

  const show = useCallback(
    (finding: Finding) => {
      if (finding.question !== null) choose(finding.question);
      uncover(finding.path);
      setLast(findingKey(finding));
    },
    [choose, uncover],
  );

  const goTo = useCallback(
    (finding: Finding) => {
      show(finding);
      setTarget({ key: findingKey(finding), path: finding.path });
    },
    [show],
  );

  const step = useCallback(
    (by: 1 | -1) => {
      if (findings.length === 0) return;
      const here = findings.findIndex((finding) => findingKey(finding) === last);
      const from = here < 0 && by < 0 ? 0 : here;
      const next = findings[(from + by + findings.length) % findings.length];
      if (next) goTo(next);
    },
    [findings, last, goTo],
  );

  const fix = useCallback(
    async (finding: Finding) => {
      // Places in a fix are those of the draft that was looked at; the one of now is what counts.
      const { draft } = store.state();
      const now = await platform.call("lint_questions", { draft }).catch(() => findings);
      const alike = now.filter(
        (each) => each.code === finding.code && same(each.with, finding.with),
      );
      const again = alike.find((each) => each.path === finding.path) ?? alike[0];
      const mended = again?.fix && applyPatch(draft, again.fix.patch);
      if (!again || !mended || store.state().draft !== draft) return;
      store.edit(mended);
      void store.flush();
      show(again);
      setTarget({ key: null, path: again.path });
    },
    [platform, store, findings, show],
  );

  return { goTo, step, fix };
}
