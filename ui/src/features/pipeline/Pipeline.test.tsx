import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { VacancyId } from "../../ipc/generated/bindings";
import { PIPELINE } from "../../ipc/testing/pipeline";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { PipelineFigures } from "./PipelineFigures";
import { PipelineScreen } from "./PipelineScreen";

it("says in words what each picture shows", async () => {
  renderScreen(<PipelineScreen />);
  for (const sentence of [
    "240 applications came in, and 9 people were hired.",
    "Applications wait longest at the stage “Sift”: half of them for 12 days or less.",
    "Of 240 people, the most came by one way, “Advert on a job site”: 120.",
    "In the next 5 months 31 permissions end, the first in Dec 2026.",
  ]) {
    expect(await screen.findByRole("figure", { name: sentence })).toBeDefined();
  }
});

it("steps through a picture by key, and says what is hidden", async () => {
  const { user } = renderScreen(<PipelineScreen />);
  const funnel = await screen.findByRole("listbox", { name: "How far applications come" });
  funnel.focus();
  await user.keyboard("{ArrowDown}{ArrowDown}");
  const chosen = () => within(funnel).getByRole("option", { selected: true });
  expect(chosen().querySelector(".visually-hidden")?.textContent).toBe(
    "Shortlisted: 96 applications, 40 % of those who applied",
  );
  await user.keyboard("{End}{ArrowUp}");
  expect(chosen().querySelector(".visually-hidden")?.textContent).toBe("Offer: not shown");
  expect(
    screen.getAllByText("Groups of fewer than 5 are not shown, nor what would give one away.")
      .length,
  ).toBeGreaterThan(0);
});

it("has the same figures as a table, with what is hidden in words", async () => {
  const { user } = renderScreen(<PipelineScreen />);
  const figure = await screen.findByRole("figure", { name: /the most came by one way/ });
  await user.click(within(figure).getByRole("button", { name: "Show as table" }));
  const cells = within(figure)
    .getAllByRole("row")
    .slice(1)
    .map((row) => row.textContent);
  expect(cells).toEqual([
    "Advert on a job site120",
    "Our website or form109",
    "Recruiter or agency5 or more",
    "SurveyFewer than 5",
  ]);
});

it("saves a picture that stands by itself and tells no hidden figure", async () => {
  const { user, asks } = renderScreen(<PipelineScreen />);
  const [save] = await screen.findAllByText("Save picture");
  await user.click(save as HTMLElement);
  await waitFor(() => expect(asks("save_picture")).toHaveLength(1));
  const [{ request } = { request: {} }] = asks("save_picture");
  const { of, svg } = request as { of: string; svg: string };
  const drawn = new DOMParser().parseFromString(svg, "image/svg+xml");
  expect(drawn.querySelector("parsererror")).toBeNull();
  expect(of).toBe("funnel");
  expect(svg).toContain("Not shown");
  expect(svg).not.toMatch(/var\(|class=|href|url\(/);
});

it("shows one vacancy’s figures without permissions, and no sources to those who see none", async () => {
  const { user, asks } = renderScreen(
    <PipelineFigures vacancy={{ id: "vacancy-1" as VacancyId, title: "Press & <Media>" }} />,
    {
      read_pipeline: () => ({ ...PIPELINE, sources: null, permissions: null }),
    },
  );
  expect(
    await screen.findByText("Where people come from is not shown to your part in this role."),
  ).toBeDefined();
  expect(screen.queryByText("Permissions that run out")).toBeNull();
  const [save] = screen.getAllByText("Save picture");
  await user.click(save as HTMLElement);
  await waitFor(() => expect(asks("save_picture")).toHaveLength(1));
  const [{ request } = { request: {} }] = asks("save_picture");
  const { svg } = request as { svg: string };
  expect(
    new DOMParser().parseFromString(svg, "image/svg+xml").querySelector("title")?.textContent,
  ).toBe("How far applications come: Press & <Media>");
  expect(asks("read_pipeline")[0]?.request).toEqual({ vacancy: "vacancy-1" });
});
