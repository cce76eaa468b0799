import { act, screen, waitFor } from "@testing-library/react";
import { expect } from "vitest";
import type { Platform } from "../platform/types";
import { type Answers, renderApp } from "./render-app";

/** The one set of the sample data. */
export const SET = "home-loan";

/** The window with that set open, its list in focus. */
export async function design(
  options: { answers?: Answers; language?: "en" | "fr"; at?: string } = {},
) {
  const { at = "", ...rest } = options;
  const app = await renderApp(`/questions/${SET}${at}`, rest);
  const list = await screen.findByRole("listbox");
  act(() => list.focus());
  return { ...app, list };
}

/** The questions' numbers, in the order of the list. */
export const rows = () => screen.getAllByRole("option").map((row) => row.textContent?.slice(0, 2));

export const draftOf = async (platform: Platform) =>
  (await platform.call("open_question_set", { id: SET })).draft;

export const saved = () =>
  waitFor(() => expect(screen.getByTestId("saving")).toHaveAttribute("data-kind", "saved"));
