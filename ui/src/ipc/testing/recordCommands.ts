import type {
  ApplicationId,
  CandidateId,
  DocumentId,
  HoldId,
  PermissionId,
  ReserveEntryId,
  Stage,
} from "../generated/bindings";
import type { Answers } from "./fake";
import { type Fake, refuse } from "./fakeState";
import { eraseOn, type FakeApplication, type FakeCandidate, NOW, TODAY } from "./model";
import { candidateOf, endsOn, isLive, listOf, nameOf, permissionOf, rowOf, titleOf } from "./views";

type Records = Pick<
  Answers,
  | "list_candidates"
  | "read_candidates"
  | "open_candidate"
  | "find_duplicates"
  | "add_candidate"
  | "edit_candidate"
  | "add_application"
  | "move_applications"
  | "end_applications"
  | "confirm_hand_over"
  | "wordings"
  | "record_permission"
  | "withdraw_permission"
  | "add_documents"
  | "open_document"
  | "show_document"
  | "close_document"
  | "remove_document"
  | "place_hold"
  | "review_hold"
  | "release_hold"
  | "list_reserve"
  | "reserve_choices"
  | "add_to_reserve"
  | "remove_from_reserve"
>;

/** The smallest PNG there is. */
/** A picture of one pixel: a PNG, in Base64. */
export const ONE_PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** The fake's answers about candidates, their applications, permissions and the reserve list. */
export function recordCommands(fake: Fake): Records {
  const find = (id: CandidateId): FakeCandidate =>
    fake.store.candidates.get(id) ?? refuse({ code: "notFound" });
  const by = () => fake.store.accounts[fake.viewer]?.name ?? "";

  function eachApplication(ids: readonly ApplicationId[], act: (one: FakeApplication) => void) {
    const wanted = new Set(ids);
    for (const candidate of fake.store.candidates.values()) {
      for (const one of candidate.applications) if (wanted.has(one.id)) act(one);
    }
  }

  function addPermission(
    candidate: FakeCandidate,
    details: FakeCandidate["permissions"][number]["details"],
  ) {
    const id = `permission-new-${fake.nextNumber()}` as PermissionId;
    candidate.permissions.push({ id, details, withdrawnOn: null });
    return id;
  }

  return {
    list_candidates: ({ filter, sort }) => {
      const found = listOf(fake.store, filter, sort);
      const list = fake.nextNumber();
      fake.lists.clear();
      fake.lists.set(
        list,
        found.map(({ id }) => id),
      );
      const rows = found.slice(0, 100).map((one) => rowOf(fake.store, one));
      return { list, total: found.length, rows };
    },
    read_candidates: ({ list, start, count }) => {
      const ids = fake.lists.get(list) ?? refuse({ code: "notFound" });
      const rows = ids
        .slice(start, start + Math.min(count, 200))
        .map((id) => rowOf(fake.store, find(id as CandidateId)));
      return { rows };
    },
    open_candidate: ({ candidate }) => candidateOf(fake.store, find(candidate), fake.may()),
    find_duplicates: ({ details }) => {
      const email = details.contact.emails[0]?.toLowerCase();
      const family = details.name.family.toLowerCase();
      const given = (details.name.given ?? "").toLowerCase();
      const rows = [...fake.store.candidates.values()]
        .filter(
          ({ details: { name, contact } }) =>
            (email !== undefined && email !== "" && contact.emails[0] === email) ||
            (family !== "" &&
              given !== "" &&
              name.family.toLowerCase() === family &&
              (name.given ?? "").toLowerCase() === given),
        )
        .slice(0, 5)
        .map((one) => rowOf(fake.store, one));
      return { rows };
    },
    add_candidate: ({ details, application }) => {
      if (details.name.family.trim() === "") {
        const problem = "Enter a family name, or the whole name if the person has only one.";
        refuse({
          code: "invalid",
          detail: { fields: [{ field: "details.name.family", problem }] },
        });
      }
      const candidate = `candidate-new-${fake.nextNumber()}` as CandidateId;
      const undo = fake.change("addedCandidate", () => {
        fake.store.candidates.set(candidate, {
          id: candidate,
          revision: 1,
          details,
          applications:
            application === null ? [] : [newApplication(fake, candidate, application, by())],
          permissions: [],
          reserve: [],
          disclosures: [],
          notices: [],
          holds: [],
          lookedAtFor: null,
          documents: [],
        });
      });
      return { candidate, undo };
    },
    edit_candidate: ({ candidate, revision, details }) => {
      if (find(candidate).revision !== revision) return refuse({ code: "stale" });
      return {
        undo: fake.change("editedCandidate", () => {
          Object.assign(find(candidate), { details, revision: revision + 1 });
        }),
      };
    },
    add_application: ({ candidate, application }) => ({
      undo: fake.change("addedApplication", () => {
        find(candidate).applications.push(newApplication(fake, candidate, application, by()));
      }),
    }),
    move_applications: ({ applications, to }) => ({
      undo: fake.change("movedApplications", () =>
        eachApplication(applications, (one) => moveTo(one, to, by())),
      ),
    }),
    end_applications: ({ applications, outcome }) => ({
      undo: fake.change("endedApplications", () =>
        eachApplication(applications, (one) => {
          one.outcome = outcome;
          one.history.push({ at: NOW, by: by(), what: { kind: "ended", outcome } });
        }),
      ),
    }),
    confirm_hand_over: ({ application }) => ({
      undo: fake.change("endedApplications", () =>
        eachApplication([application], (one) => {
          one.handedOver = true;
        }),
      ),
    }),
    wordings: () => ({
      wordings: (["keepLonger", "reserveList"] as const).map((purpose) => ({
        purpose,
        version: "2026-1",
        text: "May we keep your details so that we can tell you of roles like this one? You can say no, and you can change your mind at any time.",
        months: 12,
        mostMonths: 24,
      })),
    }),
    record_permission: ({ candidate, details }) => ({
      undo: fake.change("changedPermission", () => {
        addPermission(find(candidate), details);
      }),
    }),
    withdraw_permission: ({ candidate, permission }) => ({
      undo: fake.change("changedPermission", () => {
        for (const one of find(candidate).permissions) {
          if (one.id === permission) one.withdrawnOn = TODAY;
        }
      }),
    }),
    add_documents: ({ details: { candidate, application, kind, label } }) => {
      const one = find(candidate);
      const of = one.applications.find(({ id }) => id === application);
      one.documents.push({
        document: `document-new-${fake.nextNumber()}` as DocumentId,
        kind,
        label,
        fileName: `${kind}.pdf`,
        media: "pdf",
        isDrawn: true,
        bytes: 184_320,
        hasText: true,
        vacancyTitle: of === undefined ? null : titleOf(fake.store, of),
        addedOn: TODAY,
        addedBy: by(),
        annotation: null,
        mayRemove: true,
      });
      return { added: 1, notTaken: [] };
    },
    open_document: () => ({ opened: true }),
    show_document: ({ part }) =>
      part.kind === "words"
        ? { kind: "words", text: "Dear hiring manager,\n\nI should like to apply." }
        : { kind: "page", pages: 2, picture: ONE_PIXEL },
    close_document: () => ({}),
    remove_document: ({ candidate, document }) => {
      const one = find(candidate);
      one.documents = one.documents.filter((known) => known.document !== document);
      return { undo: null };
    },
    place_hold: ({ candidate, details, application }) => {
      find(candidate).holds.push({
        hold: `hold-new-${fake.nextNumber()}` as HoldId,
        application,
        ...details,
        placedOn: TODAY,
        placedBy: by(),
        releasedOn: null,
        releasedBy: null,
        notReleased: {
          rule: "ACC-10",
          sentence: "You placed this hold, so somebody else releases it.",
        },
      });
      return { undo: null };
    },
    review_hold: ({ candidate, hold, reviewBy }) => {
      for (const one of find(candidate).holds) if (one.hold === hold) one.reviewBy = reviewBy;
      return { undo: null };
    },
    release_hold: ({ candidate, hold }) => {
      for (const one of find(candidate).holds) {
        if (one.hold === hold) Object.assign(one, { releasedOn: TODAY, releasedBy: by() });
      }
      return { undo: null };
    },
    list_reserve: ({ text }) => ({ rows: reserveRows(fake, text.toLowerCase()) }),
    reserve_choices: ({ candidate }) => ({
      applications: find(candidate).applications.map((one) => ({
        application: one.id,
        vacancyTitle: fake.store.vacancies.get(one.vacancy)?.details.title ?? "",
        refused: opensReserve(one)
          ? null
          : {
              rule: "RET-06",
              sentence: "Only someone who met the requirements but was not selected can be kept.",
            },
      })),
      permissions: find(candidate)
        .permissions.map(permissionOf)
        .filter(({ live, purpose }) => live && purpose === "reserveList"),
    }),
    add_to_reserve: ({ candidate, application, permission, roles, merit, offers, until }) => {
      if (permission === null) {
        const sentence = "Nobody is on the reserve list without their own permission.";
        return refuse({ code: "refused", detail: { rule: "S67", sentence } });
      }
      return {
        undo: fake.change("changedReserveList", () => {
          const whom = find(candidate);
          whom.reserve.push({
            id: `reserve-new-${fake.nextNumber()}` as ReserveEntryId,
            application,
            permission:
              permission.kind === "existing"
                ? permission.permission
                : addPermission(whom, permission.details),
            roles,
            merit,
            offers,
            contacts: [],
            addedOn: TODAY,
            until,
            removedOn: null,
          });
        }),
      };
    },
    remove_from_reserve: ({ candidate, entry }) => ({
      undo: fake.change("changedReserveList", () => {
        for (const one of find(candidate).reserve) if (one.id === entry) one.removedOn = TODAY;
      }),
      eraseOn: eraseOn(find(candidate)),
      due: false,
    }),
  };
}

function newApplication(
  fake: Fake,
  candidate: CandidateId,
  { vacancy, appliedOn }: { vacancy: FakeApplication["vacancy"]; appliedOn: string },
  by: string,
): FakeApplication {
  return {
    id: `application-new-${fake.nextNumber()}` as ApplicationId,
    candidate,
    vacancy,
    appliedOn,
    stage: "applied",
    since: appliedOn,
    outcome: null,
    handedOver: false,
    history: [{ at: NOW, by, what: { kind: "received" } }],
  };
}

function moveTo(one: FakeApplication, to: Stage, by: string): void {
  one.history.push({ at: NOW, by, what: { kind: "moved", from: one.stage, to } });
  Object.assign(one, { stage: to, since: TODAY, outcome: null });
}

function opensReserve({ outcome }: FakeApplication): boolean {
  return outcome?.how.kind === "rejected" && outcome.how.reason === "metRequirementsNotSelected";
}

function reserveRows(fake: Fake, text: string) {
  const days = (date: string) => Math.round((Date.parse(date) - Date.parse(TODAY)) / 86_400_000);
  return [...fake.store.candidates.values()]
    .flatMap((candidate) =>
      candidate.reserve
        .filter((entry) => isLive(candidate, entry))
        .map((entry) => ({
          entry: entry.id,
          candidate: candidate.id,
          name: nameOf(candidate),
          roles: entry.roles,
          offers: entry.offers,
          vacancyTitle:
            fake.store.vacancies.get(candidate.applications[0]?.vacancy ?? ("" as never))?.details
              .title ?? "",
          addedOn: entry.addedOn,
          endsOn: endsOn(candidate, entry),
          daysLeft: days(endsOn(candidate, entry)),
          may: fake.may(),
        })),
    )
    .filter(({ name, roles }) => `${name} ${roles}`.toLowerCase().includes(text))
    .sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
    .slice(0, 200);
}
