import { expect, it } from "vitest";
import { worthPushing } from "./worth-pushing";

it("leaves out what was pushed, unless all was", () => {
  const rows = [
    { id: "a", state: "sent" },
    { id: "b", state: "ready" },
    { id: "c", state: "queued" },
  ] as const;
  expect(worthPushing(["a", "b", "c"], rows)).toEqual(["b"]);
  expect(worthPushing(["a", "c"], rows)).toEqual(["a", "c"]);
  expect(worthPushing(["a", "unseen"], rows)).toEqual(["unseen"]);
});
