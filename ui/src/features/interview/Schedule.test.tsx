import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type {
  AccountId,
  ApplicationId,
  CandidateId,
  VacancyId,
  VacancyView,
} from "../../ipc/generated/bindings";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { CandidateInterviews } from "./CandidateInterviews";
import { VacancyCriteria } from "./VacancyCriteria";

const vacancy = "vacancy-1" as VacancyId;
const people = [
  { account: "account-1" as AccountId, name: "Ivy", relation: "interviewer" },
  { account: "account-2" as AccountId, name: "Sal", relation: "stakeholder" },
];

it("schedules an interview by people who may assess, after saying what is missing", async () => {
  const { user, asks } = renderScreen(
    <CandidateInterviews candidate={"candidate-1" as CandidateId} name="Amina Khan" />,
    {
      list_interviews: () => ({
        interviews: [],
        schedulable: [
          {
            application: "application-1" as ApplicationId,
            vacancy,
            vacancyTitle: "Press Officer",
            name: "Amina Khan",
          },
        ],
      }),
      open_vacancy: () => ({ people }) as unknown as VacancyView,
    },
  );
  await user.click(await screen.findByRole("button", { name: "Schedule interview" }));
  const dialog = await screen.findByRole("dialog", { name: "Schedule an interview of Amina Khan" });
  await user.click(within(dialog).getByRole("button", { name: "Schedule interview" }));
  expect(await within(dialog).findAllByText("Choose at least one interviewer")).not.toHaveLength(0);
  expect(asks("schedule_interview")).toHaveLength(0);
  expect(within(dialog).queryByRole("checkbox", { name: "Sal" })).toBeNull();
  await user.click(within(dialog).getByRole("spinbutton", { name: "day, Day" }));
  await user.keyboard("24112026");
  await user.type(within(dialog).getByRole("textbox", { name: /Begins at/ }), "09:30");
  await user.click(within(dialog).getByRole("checkbox", { name: "Ivy" }));
  await user.click(within(dialog).getByRole("checkbox", { name: "Keeps calm" }));
  await user.click(within(dialog).getByRole("button", { name: "Schedule interview" }));
  await waitFor(() =>
    expect(asks("schedule_interview").map(({ request }) => request)).toEqual([
      {
        application: "application-1",
        plan: { kind: "inPerson", on: "2026-11-24", at: "09:30", minutes: 45, place: null },
        panel: [{ account: "account-1", criteria: ["criterion-2"] }],
      },
    ]),
  );
});

it("edits what interviews assess: order, wording, one more and one less", async () => {
  const { user, asks } = renderScreen(<VacancyCriteria vacancy={vacancy} />);
  await user.click(await screen.findByRole("button", { name: "Edit criteria" }));
  const dialog = await screen.findByRole("dialog", { name: "What interviews assess" });
  await user.click(within(dialog).getByRole("button", { name: "Move up: Keeps calm" }));
  await user.click(within(dialog).getByRole("button", { name: "Remove: Writes clearly" }));
  await user.click(within(dialog).getByRole("button", { name: "Add criterion" }));
  await user.type(within(dialog).getByRole("textbox", { name: "Criterion 2" }), "Listens");
  await user.click(within(dialog).getByRole("button", { name: "Add criterion" }));
  await user.click(within(dialog).getByRole("button", { name: "Save criteria" }));
  await waitFor(() =>
    expect(asks("set_criteria").map(({ request }) => request)).toEqual([
      {
        vacancy,
        criteria: [
          { criterion: "criterion-2", what: "Keeps calm", questions: "" },
          { criterion: null, what: "Listens", questions: "" },
        ],
      },
    ]),
  );
});
