import { type ComponentType, lazy, type ReactNode, useState } from "react";
import { TodayScreen } from "../features/today/TodayScreen";
import type { Place } from "./places";

const screens: (() => Promise<unknown>)[] = [];

/* Today opens the window; the others are fetched from disk once it stands, or when they are gone to. One that is there
   already is drawn at once: a lazy one is held back for a third of a second by React. */
function screen<P extends object>(fetch: () => Promise<ComponentType<P>>) {
  let here: ComponentType<P> | null = null;
  const fetched = async () => {
    here = await fetch();
    return here;
  };
  screens.push(fetched);
  const Later = lazy(async () => ({ default: await fetched() }));
  return function Screen(given: P) {
    // The same for as long as it stands, or what is on it would begin anew.
    const [Drawn] = useState<ComponentType<P>>(() => here ?? Later);
    return <Drawn {...given} />;
  };
}

const CandidatesScreen = screen(
  async () => (await import("../features/candidates/CandidatesScreen")).CandidatesScreen,
);
const NewCandidate = screen(
  async () => (await import("../features/candidates/NewCandidate")).NewCandidate,
);
const CandidateScreen = screen(
  async () => (await import("../features/candidate/CandidateScreen")).CandidateScreen,
);
const VacanciesScreen = screen(
  async () => (await import("../features/vacancies/VacanciesScreen")).VacanciesScreen,
);
const NewVacancy = screen(
  async () => (await import("../features/vacancies/NewVacancy")).NewVacancy,
);
const VacancyScreen = screen(
  async () => (await import("../features/vacancy/VacancyScreen")).VacancyScreen,
);
const InterviewScreen = screen(
  async () => (await import("../features/interview/InterviewScreen")).InterviewScreen,
);
const PipelineScreen = screen(
  async () => (await import("../features/pipeline/PipelineScreen")).PipelineScreen,
);
const ReserveScreen = screen(
  async () => (await import("../features/reserve/ReserveScreen")).ReserveScreen,
);
const RetentionScreen = screen(
  async () => (await import("../features/retention/RetentionScreen")).RetentionScreen,
);
const RightsScreen = screen(
  async () => (await import("../features/rights/RightsScreen")).RightsScreen,
);
const IncidentScreen = screen(
  async () => (await import("../features/rights/IncidentScreen")).IncidentScreen,
);
const RequestScreen = screen(
  async () => (await import("../features/rights/requests/RequestScreen")).RequestScreen,
);
const ComplaintScreen = screen(
  async () => (await import("../features/rights/complaints/ComplaintScreen")).ComplaintScreen,
);
const ImportScreen = screen(
  async () => (await import("../features/import/ImportScreen")).ImportScreen,
);
const AccountabilityScreen = screen(
  async () =>
    (await import("../features/accountability/AccountabilityScreen")).AccountabilityScreen,
);
const PeopleScreen = screen(
  async () => (await import("../features/people/PeopleScreen")).PeopleScreen,
);

/** Fetches the screens, one after another, so that going to one for the first time waits for nothing. */
export async function fetchScreens(): Promise<void> {
  for (const fetch of screens) await fetch();
}

/** The screen of a place. */
export function screenAt(place: Place): ReactNode {
  switch (place.at) {
    case "today":
      return <TodayScreen />;
    case "candidates":
      return <CandidatesScreen place={place} />;
    case "newCandidate":
      return <NewCandidate vacancy={place.vacancy ?? null} />;
    case "candidate":
      return <CandidateScreen key={place.id} id={place.id} />;
    case "vacancies":
      return <VacanciesScreen />;
    case "newVacancy":
      return <NewVacancy />;
    case "vacancy":
      return <VacancyScreen key={place.id} id={place.id} tab={place.tab ?? "board"} />;
    case "interview":
      return <InterviewScreen key={place.id} id={place.id} />;
    case "pipeline":
      return <PipelineScreen />;
    case "reserve":
      return <ReserveScreen />;
    case "retention":
      return <RetentionScreen key={place.tab} {...(place.tab && { tab: place.tab })} />;
    case "rights":
      return <RightsScreen />;
    case "incident":
      return <IncidentScreen key={place.id} id={place.id} />;
    case "request":
      return <RequestScreen key={place.id} id={place.id} />;
    case "complaint":
      return <ComplaintScreen key={place.id} id={place.id} />;
    case "import":
      return <ImportScreen />;
    case "accountability":
      return <AccountabilityScreen key={place.tab} {...(place.tab && { tab: place.tab })} />;
    case "people":
      return <PeopleScreen />;
  }
}
