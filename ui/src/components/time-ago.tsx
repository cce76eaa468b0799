import { useFormat } from "../i18n/format";
import { useNow } from "./use-now";

/** How long ago, with the exact time on hover. */
export function TimeAgo({ at }: { at: string }) {
  const format = useFormat();
  const now = useNow();
  return (
    <time dateTime={at} title={format.full(at)}>
      {format.ago(at, now)}
    </time>
  );
}
