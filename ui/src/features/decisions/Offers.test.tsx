import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type {
  ApplicationDecisions,
  ApplicationId,
  OfferId,
  OfferView,
} from "../../ipc/generated/bindings";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { Offers } from "./Offers";

const offer: OfferView = {
  offer: "offer-1" as OfferId,
  revision: 3,
  terms: {
    pay: { kind: "amount", pence: 3_850_000, per: "year" },
    startsOn: "2027-01-04",
    answerBy: "2026-12-01",
    conditions: "Two references",
  },
  state: "awaitingApproval",
  writtenBy: "Rowan Ellis",
  writtenAt: "2026-11-20T10:00:00Z",
  decidedBy: null,
  decidedOn: null,
  madeOn: null,
  answeredOn: null,
  may: ["approve", "sendBack"],
};
const decisions = (offers: OfferView[], mayOffer = false): ApplicationDecisions => ({
  application: "application-1" as ApplicationId,
  offers: { is: "shown", value: offers },
  approvers: ["Pat Approver"],
  told: { is: "shown", value: [] },
  mayOffer,
  mayTell: false,
});
const shown = (of: ApplicationDecisions) => (
  <Offers decisions={of} name="Amina Khan" vacancyTitle="Press Officer" />
);

it("shows what is offered and where it stands, and approves it", async () => {
  const { user, asks } = renderScreen(shown(decisions([offer])), {
    approve_offer: () => ({ undo: null }),
  });
  const card = await screen.findByRole("article", { name: "Offer of £38,500 a year" });
  for (const words of ["Waiting for approval", "4 Jan 2027", "Two references"]) {
    expect(within(card).getByText(words)).toBeDefined();
  }
  expect(within(card).queryByRole("button", { name: "Record as made…" })).toBeNull();
  await user.click(within(card).getByRole("button", { name: "Approve" }));
  expect(asks("approve_offer")[0]?.request).toEqual({
    application: "application-1",
    offer: { offer: "offer-1", revision: 3 },
    decision: "approved",
  });
});

it("writes an offer in pounds, says who approves it, and finds what is no amount", async () => {
  const { user, asks } = renderScreen(shown(decisions([], true)), {
    write_offer: () => ({ undo: 7 }),
  });
  await user.click(await screen.findByRole("button", { name: "Write an offer" }));
  expect(screen.getByText(/Pat Approver approves it/)).toBeDefined();
  const amount = screen.getByRole("textbox", { name: /Amount/ });
  await user.type(amount, "about thirty");
  await user.click(screen.getByRole("button", { name: "Save offer" }));
  expect(screen.getByRole("alert").textContent).toContain("Enter an amount in pounds");
  await user.clear(amount);
  await user.type(amount, "38,500");
  await user.click(screen.getByRole("button", { name: "Save offer" }));
  await vi.waitFor(() => expect(asks("write_offer")).toHaveLength(1));
  expect(asks("write_offer")[0]?.request).toMatchObject({
    change: null,
    terms: { pay: { kind: "amount", pence: 3_850_000, per: "year" } },
  });
});

it("records that the offer was accepted, and says what that does to the record", async () => {
  const made: OfferView = { ...offer, state: "made", madeOn: "2026-11-21", may: ["answer"] };
  const { user, asks } = renderScreen(shown(decisions([made])), {
    answer_offer: () => ({ undo: 7 }),
  });
  await user.click(await screen.findByRole("button", { name: "Record the answer…" }));
  await user.click(screen.getByRole("button", { name: "Record answer" }));
  expect(screen.getByRole("alert").textContent).toContain("Choose their answer");
  await user.click(screen.getByRole("radio", { name: "They accepted" }));
  expect(screen.getByText(/They are hired on that day/)).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Record answer" }));
  await vi.waitFor(() => expect(asks("answer_offer")).toHaveLength(1));
  expect(asks("answer_offer")[0]?.request).toMatchObject({ answer: "accepted", on: "2026-11-23" });
});

it("shows nothing of pay to those who do not see it", async () => {
  renderScreen(
    <>
      <p>There</p>
      {shown({
        ...decisions([], true),
        offers: { is: "withheld", rule: "A3", because: "Not yours" },
      })}
    </>,
  );
  await screen.findByText("There");
  expect(screen.queryByRole("button", { name: "Write an offer" })).toBeNull();
});
