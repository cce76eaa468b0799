import { Skeleton } from "@mantine/core";

const ROWS = [0, 1, 2, 3, 4, 5, 6];

/** The shape of a list that is on its way. */
export function ListSkeleton({ rowHeight }: { rowHeight: number }) {
  return (
    <div aria-hidden>
      {ROWS.map((row) => (
        <div key={row} style={{ height: rowHeight, padding: "12px 14px" }}>
          <Skeleton height={10} width={`${62 - row * 4}%`} mb={8} />
          <Skeleton height={8} width={`${88 - row * 5}%`} />
        </div>
      ))}
    </div>
  );
}
