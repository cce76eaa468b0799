import { fireEvent, screen } from "@testing-library/react";
import type { SampleOf } from "../../bindings/SampleOf";
import { type Answers, renderApp } from "../../test/render-app";
import { read, SAMPLES, SET } from "./fixture";

/** The designer with the preview open, on an engine that reads every sample alike. */
export async function renderPreview(
  answers: Answers = {},
  more: { language?: "fr"; at?: string } = {},
) {
  const { at = "", ...rest } = more;
  const asked: SampleOf[] = [];
  const app = await renderApp(`/questions/${SET}?panel=preview${at}`, {
    answers: {
      samples: () => SAMPLES,
      preview: ({ sample }) => {
        asked.push(sample);
        return read("300000");
      },
      save_draft: () => ({ revision: 9, changed: true, findings: [] }),
      ...answers,
    },
    ...rest,
  });
  return { ...app, asked };
}

export const summary = () => screen.findByTestId("preview-summary");
export const picker = () => screen.findByTestId("sample-picker");

/** Chooses from the library by name. */
export async function pick(name: RegExp) {
  fireEvent.click(await picker());
  fireEvent.click(await screen.findByRole("option", { name, hidden: true }));
}
