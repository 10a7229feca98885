//! Layouts told by their headings, and headings in other languages.

use intake::{Layout, NotTaken, Target, inspect};

use crate::{adds_up, dated_plan, fixture, look, plan, read_with, take};

#[test]
fn named_layouts() {
    let cases = [
        (
            "Subject / Application,Applicant's Name,Email,Applied Job,Stage,Applied on",
            "odoo",
        ),
        (
            "id,name,partner_name,email_from,partner_phone,partner_mobile,job_id/id,stage_id/id,categ_ids/id",
            "odoo",
        ),
        (
            "First Name,Last Name,Company,Title,Notes,Email,Phone,Source,Who gets credit,Job,Milestone",
            "greenhouse",
        ),
        (
            "Candidate ID,Candidate Name,Application ID,Application Date,Current Stage,Job Name,Rejection Date",
            "greenhouse",
        ),
        (
            "Full-Name,Email,Date-Added,Stage,Archive-Reason,Archive-Date,Sources,Origin",
            "lever",
        ),
        (
            "Opportunity ID,Candidate ID,Posting ID,Posting Title,Stage,Stage Changed At,Archived Reason",
            "lever",
        ),
        (
            "Candidate Id,Email,Resume Name / CV Name,First Name,Last Name,Phone,Linkedin Url,Tags,Note 1",
            "teamtailor",
        ),
        (
            "First name,Last name,Email,Phone number,Job title,Company,Location,Pipeline stage,Note,Note visibility,Tags",
            "linkedin-recruiter",
        ),
        (
            "candidate_id,project_id,first_name,last_name,emails,phone_numbers,tags,hiring_state_id,created_time,created_datetime",
            "linkedin-talent-hub",
        ),
        ("Name,E-mail,Job", "other"),
    ];
    for (headings, code) in cases {
        assert_eq!(
            look(&format!("{headings}\n")).layout.code(),
            code,
            "{headings}"
        );
    }
}

#[test]
fn lever_files_end_by_their_archive() {
    let text = "Full-Name,Email,Date-Added,Stage,Archive-Reason,Archive-Date,Sources,Origin,Posting\n\
        Jane Smith,a@example.org,2026-08-01,Phone screen,,,Indeed,Applied,Cook\n\
        John Green,b@example.org,2026-08-01,Applied,Withdrew,2026-09-01,CV Library,Sourced,Cook\n\
        Joan Black,c@example.org,2026-08-01,Applied,Hired,2026-09-01,CV Library,Sourced,Cook\n";
    let reading = read_with(text.as_bytes(), &plan(text.as_bytes()));
    let how: Vec<_> = reading
        .people
        .iter()
        .map(|p| p.applications[0].outcome.map(|o| o.how.code()))
        .collect();
    assert_eq!(how, [None, Some("withdrawn"), Some("hired")]);
}

#[test]
fn talent_hub_writes_instants() {
    let text = "candidate_id,project_id,first_name,last_name,emails,phone_numbers,hiring_state_id,created_time\n\
        1,2,Jane,Smith,a@example.org;b@example.org,07791 523284,3,1783638000000\n";
    let plan = intake::Plan {
        default_vacancy: domain::text::Line::parse("Cook").ok(),
        ..look(text).draft()
    };
    assert_eq!(
        look(text).mapping.columns[7],
        Target::Ignore {
            because: NotTaken::NotNeeded
        }
    );
    let mut plan = plan;
    plan.mapping.columns[7] = Target::AppliedOn;
    let reading = read_with(text.as_bytes(), &plan);
    assert_eq!(
        reading.people[0].details.received_on.to_string(),
        "2026-07-10"
    );
    assert_eq!(reading.people[0].keys.emails.len(), 2);
}

#[test]
fn headings_below_other_rows() {
    let text = ",,,,,admin@example.org\nName,Email,Phone,Job,Comments,Source\n\
        (required),(required),,,,\nJane Smith,a@example.org,,Cook,,Website\n";
    let inspection = look(text);
    assert_eq!(
        (inspection.layout, inspection.heading_row),
        (Layout::Workable, Some(2))
    );
    let reading = read_with(text.as_bytes(), &dated_plan(text.as_bytes()));
    assert_eq!(
        (
            reading.instructions,
            reading.records,
            reading.people[0].rows[0]
        ),
        (1, 1, 4)
    );
    let titled = "Applicants of our team\n\nas of today\nName;E-Mail;Stelle\nJane Smith;a@example.org;Cook\n";
    assert_eq!(look(titled).heading_row, Some(4));
}

#[test]
fn translated_headings() {
    let cases = [
        "Vorname;Nachname;E-Mail-Adresse;Telefonnummer;Stelle;Bewerbungsdatum",
        "Prénom;Nom;Courriel;Téléphone portable;Poste;Date de candidature",
        "Nombre;Apellidos;Correo electrónico;Teléfono;Puesto;Fecha de solicitud",
        "Voornaam;Achternaam;E-mailadres;Telefoonnummer;Vacature;Sollicitatiedatum",
        "Enw cyntaf;Cyfenw;E-bost;Rhif ffôn;Swydd;Dyddiad ymgeisio",
        "Vorname;Name;Mail;Telefon;Stelle;Datum",
    ];
    let expected = [
        Target::Given,
        Target::Family,
        Target::Email,
        Target::Phone,
        Target::Vacancy,
        Target::AppliedOn,
    ];
    for headings in cases {
        assert_eq!(
            look(&format!("{headings}\n")).mapping.columns,
            expected,
            "{headings}"
        );
    }
}

#[test]
fn device_and_special_data_never_come_in() {
    let text = "Name,Email,IP address,User agent,utm_source,Gender,Date of birth,Expected salary,Shoe size,Job\n\
        Jane Smith,a@example.org,127.0.0.1,Firefox,x,F,1990-01-01,1,40,Cook\n";
    let ignored: Vec<_> = look(text)
        .mapping
        .columns
        .into_iter()
        .skip(2)
        .take(7)
        .collect();
    let because = |because| Target::Ignore { because };
    assert_eq!(
        ignored,
        [
            because(NotTaken::DeviceAndVisit),
            because(NotTaken::DeviceAndVisit),
            because(NotTaken::DeviceAndVisit),
            because(NotTaken::SpecialCategory),
            because(NotTaken::SpecialCategory),
            because(NotTaken::NoPlaceYet),
            because(NotTaken::UnknownHeading),
        ]
    );
}

#[test]
fn a_comma_in_a_heading_of_its_own() {
    // OpenCATS quotes no headings.
    let bytes = fixture("opencats.csv");
    let text = String::from_utf8(bytes).expect("UTF-8").replacen(
        "Modified",
        "Modified,Languages, spoken",
        1,
    );
    let text = text.lines().enumerate().map(|(at, line)| {
        let ends = at > 0 && line.ends_with(":09\"");
        if ends {
            format!("{line},\"French\"\r\n")
        } else {
            format!("{line}\n")
        }
    });
    let text: String = text.collect();
    let inspection = look(&text);
    assert_eq!(inspection.layout, Layout::Opencats);
    assert_eq!(
        inspection.headings.last().map(String::as_str),
        Some("Languages, spoken")
    );
    let reading = read_with(text.as_bytes(), &plan(text.as_bytes()));
    assert_eq!((reading.records, reading.past_retention), (1200, 129));
}

#[test]
fn the_user_may_map_what_is_not_known() {
    let text = "Whom,Where to write,What for\nJane Smith,a@example.org,Cook\n";
    let inspection = inspect(text.as_bytes()).expect("a table");
    assert_eq!(inspection.heading_row, None);
    let mut plan = intake::Plan {
        heading_row: Some(1),
        undated: intake::Undated::On {
            date: crate::day(2026, 10, 1),
        },
        ..inspection.draft()
    };
    plan.mapping.columns = vec![Target::FullName, Target::Email, Target::Vacancy];
    let reading = read_with(text.as_bytes(), &plan);
    adds_up(&reading);
    assert_eq!((reading.records, reading.taken), (1, 1));
}

#[test]
fn odoo_with_technical_names() {
    let text = "id,name,partner_name,email_from,partner_phone,job_id,stage_id,refuse_reason_id,create_date,date_last_stage_update\n\
        x.1,Cook / Jane,Jane Smith,a@example.org,'+44 7791 523284,Cook,Refused,Language,2026-08-01 08:00:00,2026-09-01 23:30:00\n";
    let reading = read_with(text.as_bytes(), &plan(text.as_bytes()));
    assert_eq!(reading.layout, Layout::Odoo);
    // Odoo writes UTC: half past eleven at night is the next day in London's summer.
    assert_eq!(
        reading.people[0].applications[0]
            .outcome
            .expect("an ending")
            .on
            .to_string(),
        "2026-09-02"
    );
}

#[test]
fn anonymised_rows_are_no_people() {
    let reading = take(
        "First Name,Last Name,Email,Job\nAnonymized,12345,,Cook\nJane,Smith,a@example.org,Cook\n",
    );
    assert_eq!(reading.refused[0].reason, intake::Reason::Anonymised);
    assert_eq!(reading.taken, 1);
}
