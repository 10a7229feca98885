import type {
  FieldProblem,
  Stage,
  TeamChoice,
  TeamId,
  VacancyDetails,
  VacancyKind,
  VacancyView,
} from "../../ipc/generated/bindings";
import { say } from "../../text/text";
import { orNull } from "../../text/typed";

/** What stands in the fields of a vacancy's form. */
export interface VacancyDraft {
  title: string;
  reference: string;
  kind: VacancyKind;
  /** A team's id, `new`, or nothing yet. */
  team: string | null;
  teamName: string;
  opensOn: string | null;
  closesOn: string | null;
  /** The stage from which names are shown; carried along as it is. */
  blindUntil: Stage | null;
}

/** The choice of a team that is not there yet. */
export const NEW_TEAM = "new";

/** The form of a vacancy that is not there yet. */
export function newDraft(today: string, team: string | null): VacancyDraft {
  return {
    title: "",
    reference: "",
    kind: "job",
    team,
    teamName: "",
    opensOn: today,
    closesOn: null,
    blindUntil: null,
  };
}

/** The form of a vacancy as it stands. */
export function draftOf({ details, team }: VacancyView): VacancyDraft {
  return {
    title: details.title,
    reference: details.reference ?? "",
    kind: details.kind,
    team: team.team,
    teamName: "",
    opensOn: details.opensOn,
    closesOn: details.closesOn,
    blindUntil: details.blindUntil,
  };
}

/** What is missing or wrong, as far as the page can tell. */
export function checkDraft(draft: VacancyDraft): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: string, id: string) => problems.push({ field, problem: say(id) });
  if (draft.title.trim() === "") add("details.title", "vacancies-field-title-missing");
  if (draft.team === null) add("team", "vacancies-field-team-missing");
  if (draft.team === NEW_TEAM && draft.teamName.trim() === "") {
    add("team.name", "vacancies-field-team-name-missing");
  }
  if (draft.opensOn === null) add("details.opensOn", "vacancies-field-opens-missing");
  if (draft.opensOn !== null && draft.closesOn !== null && draft.closesOn < draft.opensOn) {
    add("details.closesOn", "vacancies-field-closes-early");
  }
  return problems;
}

/** The request's parts of a form that {@link checkDraft} found nothing wrong with. */
export function requestOf(draft: VacancyDraft): { details: VacancyDetails; team: TeamChoice } {
  return {
    details: {
      title: draft.title.trim(),
      reference: orNull(draft.reference),
      kind: draft.kind,
      opensOn: draft.opensOn ?? "",
      closesOn: draft.closesOn,
      blindUntil: draft.blindUntil,
    },
    team:
      draft.team === NEW_TEAM
        ? { kind: "new", name: draft.teamName.trim() }
        : { kind: "existing", team: (draft.team ?? "") as TeamId },
  };
}
