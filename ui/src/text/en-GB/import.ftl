# Bringing in a file of applicants.
import-title = Import
import-lede = Bring in applicants from another system or a spreadsheet. You see everything before anything is added.
import-choose = Choose a file
import-choosing = Choosing…
import-drop = Let go to look at this file before anything is brought in
import-choose-other = Choose another file
import-start-title = Choose a CSV file of applicants
import-start-what = From OpenCATS, Odoo, Greenhouse, Indeed and others, or your own spreadsheet saved as CSV. Nothing leaves this laptop and nothing is added until you say so.
import-start-rules-title = What the import makes sure of
import-start-rule-dates = Records keep their original dates. Those whose time has passed are refused at the door.
import-start-rule-repeats = People who appear twice, or are here already, become one person.
import-start-rule-undo = The whole import can be taken back in one step, at any time.
import-error-title = This file can’t be brought in
import-error-code = Code: { $code }
import-preview-title = What this file would bring in
import-rows-what = { $rows ->
    [one] One record
   *[other] { $rows } records
}{ $empty ->
    [0] {""}
    [one] , one empty row left out
   *[other] , { $empty } empty rows left out
}
import-layout-word = { $layout ->
    [opencats] OpenCATS
    [opencats-short] OpenCATS
    [odoo] Odoo
    [greenhouse] Greenhouse
    [indeed] Indeed
    [linkedin-recruiter] LinkedIn Recruiter
    [linkedin-talent-hub] LinkedIn Talent Hub
    [lever] Lever
    [teamtailor] Teamtailor
    [recruitee] Recruitee
    [workable] Workable
    [frappe] Frappe HR
   *[other] Another layout
}
import-figure-add = would be added
import-figure-here = here already
import-figure-repeats = repeats put together
import-figure-past = past their time, refused
import-figure-approach = asked not to be approached: left out
import-figure-refused = rows refused in all
import-needs-title = { $count ->
    [one] One choice to make first
   *[other] { $count } choices to make first
}
import-need-columns = Say which columns hold the name and how to reach people
import-need-dateForm = Say how dates are written
import-need-undatedReceivedOn = Say when records without a date came in
import-need-defaultSource = Say where people without a source came from
import-need-defaultVacancy = Say which vacancy records without one are for
import-choices-title = Choices
import-undated = Day records without a date came in
import-undated-help = Without a day these rows are refused. Today’s date is never used by itself.
import-source = Where people without a source came from
import-vacancy = Vacancy of records that name none
import-columns-title = Columns
import-columns-lede = What each column of the file is taken for. Change it where it is wrong.
import-columns-table = Each column and what it is taken for
import-column-heading = Column
import-column-samples = First values
import-column-target = Taken for
import-column-target-of = { $heading } is taken for
import-column-date-form = Dates of { $heading } are written as
import-no-samples = Empty
import-unnamed = Column { $number }
import-vacancies-title = Vacancies in the file
import-vacancies-table = Each vacancy and its applications
import-vacancy-title = Vacancy
import-vacancy-applications = Applications
import-vacancy-new = New, is added
import-vacancy-here = Here already
import-vacancy-state = State
import-warnings-title = Put right on the way in
import-warning-count = { $count ->
    [one] once
   *[other] { $count } times
}
import-refused-title = { $count ->
    [one] One row is refused
   *[other] { $count } rows are refused
}
import-refused-why = Row numbers are those your spreadsheet shows.
import-refused-table = Rows that are refused
import-refused-row = Row
import-refused-reason = Why
import-refused-first = The first { $shown } of { $total }
import-run = Import { $count ->
    [0] nobody
    [one] one person
   *[other] { $count } people
}
import-run-joins = Import { $count ->
    [one] applications of one person
   *[other] applications of { $count } people
}
import-nothing = Nothing in this file would be added.
import-running = Bringing in { $count ->
    [one] one person
   *[other] { $count } people
}
import-running-safe = If you cancel, nothing is added.
import-stopping = Stopping…
import-cancelled = Cancelled. Nothing was added.
import-receipt-title = { $count ->
    [0] Nobody new was added
    [one] Added one person
   *[other] Added { $count } people
}
import-receipt-joined = { $count ->
    [one] One person was here already and got a new application
   *[other] { $count } people were here already and got a new application
}
import-receipt-applications = { $count ->
    [one] One application added
   *[other] { $count } applications added
}
import-receipt-vacancies = { $count ->
    [one] One vacancy added
   *[other] { $count } vacancies added
}
import-receipt-refused = { $count ->
    [one] One row refused
   *[other] { $count } rows refused
}
import-receipt-back = Take the import back
import-receipt-see = See the candidates
import-receipt-again = Import another file
import-earlier-title = Earlier imports
import-earlier-table = Every import, latest first
import-earlier-none = No file has been brought in yet.
import-column-when = When
import-column-by = By
import-column-layout = Layout
import-column-added = People added
import-column-state = State
import-state-in = Here
import-state-back = Taken back { $date }
import-take-back = Take back
import-take-back-one = Take back the import of { $date }
import-taken-back = { $removed ->
    [0] Nobody was removed
    [one] Removed one person
   *[other] Removed { $removed } people
}{ $kept ->
    [0] {""}
    [one] ; one was kept, as their record changed afterwards
   *[other] ; { $kept } were kept, as their records changed afterwards
}
import-column-actions = Actions
import-number = { $count }
import-refused-more = Show { $count } more
