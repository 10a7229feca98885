import { lazy, type ReactNode } from "react";
import { TodayScreen } from "../features/today/TodayScreen";
import type { Place } from "./places";

/* Today opens the window; the others are fetched from disk when they are first gone to. */
const CandidatesScreen = lazy(async () => ({
  default: (await import("../features/candidates/CandidatesScreen")).CandidatesScreen,
}));
const NewCandidate = lazy(async () => ({
  default: (await import("../features/candidates/NewCandidate")).NewCandidate,
}));
const CandidateScreen = lazy(async () => ({
  default: (await import("../features/candidate/CandidateScreen")).CandidateScreen,
}));
const VacanciesScreen = lazy(async () => ({
  default: (await import("../features/vacancies/VacanciesScreen")).VacanciesScreen,
}));
const NewVacancy = lazy(async () => ({
  default: (await import("../features/vacancies/NewVacancy")).NewVacancy,
}));
const VacancyScreen = lazy(async () => ({
  default: (await import("../features/vacancy/VacancyScreen")).VacancyScreen,
}));
const InterviewScreen = lazy(async () => ({
  default: (await import("../features/interview/InterviewScreen")).InterviewScreen,
}));
const PipelineScreen = lazy(async () => ({
  default: (await import("../features/pipeline/PipelineScreen")).PipelineScreen,
}));
const ReserveScreen = lazy(async () => ({
  default: (await import("../features/reserve/ReserveScreen")).ReserveScreen,
}));
const RetentionScreen = lazy(async () => ({
  default: (await import("../features/retention/RetentionScreen")).RetentionScreen,
}));
const RightsScreen = lazy(async () => ({
  default: (await import("../features/rights/RightsScreen")).RightsScreen,
}));
const IncidentScreen = lazy(async () => ({
  default: (await import("../features/rights/IncidentScreen")).IncidentScreen,
}));
const ImportScreen = lazy(async () => ({
  default: (await import("../features/import/ImportScreen")).ImportScreen,
}));
const AccountabilityScreen = lazy(async () => ({
  default: (await import("../features/accountability/AccountabilityScreen")).AccountabilityScreen,
}));
const PeopleScreen = lazy(async () => ({
  default: (await import("../features/people/PeopleScreen")).PeopleScreen,
}));

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
    case "import":
      return <ImportScreen />;
    case "accountability":
      return <AccountabilityScreen />;
    case "people":
      return <PeopleScreen />;
  }
}
