//! The headings known, normalised: English, German, French, Spanish, Dutch and Welsh.

use crate::mapping::{NotTaken, Target};

/// What each heading holds; `|` separates the headings.
pub(super) const HEADINGS: &[(Target, &str)] = &[
    (
        Target::FullName,
        "name|full name|fullname|candidate name|candidate|applicant name|applicant|\
         applicant s name|candidate s name|candidates s name|partner name|your name|\
         display name|vollstandiger name|name des bewerbers|bewerber|bewerberin|kandidat|\
         nom complet|nom du candidat|candidat|nombre completo|nombre del candidato|candidato|\
         volledige naam|naam|kandidaat|naam kandidaat|sollicitant|enw|enw llawn|\
         enw r ymgeisydd|ymgeisydd",
    ),
    (
        Target::Title,
        "title|salutation|honorific|prefix|name title|anrede|titel|civilite|tratamiento|\
         aanhef|teitl",
    ),
    (
        Target::Given,
        "first name|firstname|given name|given names|forename|forenames|first|christian name|\
         vorname|vornamen|prenom|prenoms|nombre|nombres|voornaam|voornamen|enw cyntaf",
    ),
    (
        Target::Middle,
        "middle name|middle names|middle|middlename|second name|zweiter vorname|\
         deuxieme prenom|segundo nombre|tweede voornaam|enw canol",
    ),
    (
        Target::Family,
        "last name|lastname|surname|family name|last|familyname|nachname|familienname|nom|\
         nom de famille|apellido|apellidos|achternaam|familienaam|cyfenw",
    ),
    (
        Target::PreferredName,
        "preferred name|known as|nickname|preferred first name|rufname|surnom|nom d usage|\
         roepnaam|apodo|enw dewisol",
    ),
    (
        Target::Email,
        "email|e mail|emails|e mails|email address|e mail address|email addresses|email1|\
         email 1|email2|email 2|2nd e mail|2nd email|primary email|personal email|email from|\
         candidate email|applicant email|email id|mail|home email|work email|other email|\
         e mail adresse|email adresse|courriel|adresse e mail|adresse email|\
         adresse electronique|adresse courriel|correo|correo electronico|\
         direccion de correo electronico|e mailadres|emailadres|e mail adres|ebost|e bost|\
         cyfeiriad e bost|cyfeiriad ebost",
    ),
    (
        Target::Phone,
        "phone|phones|phone number|phone numbers|telephone|telephone number|tel|mobile|\
         mobile phone|mobile number|cell|cell phone|home phone|work phone|phonehome|\
         phonecell|phonework|contact number|candidate phone|primary phone|phone 1|phone 2|\
         partner phone|partner mobile|landline|telefon|telefonnummer|handy|handynummer|mobil|\
         mobilnummer|mobiltelefon|telephone portable|numero de telephone|portable|telefono|\
         movil|numero de telefono|telefono movil|telefoon|telefoonnummer|mobiel|\
         mobiele telefoon|ffon|rhif ffon|ffon symudol|symudol",
    ),
    (
        Target::AddressLine,
        "address|address 1|address 2|address 3|address line|address line 1|address line 2|\
         street|street address|home address|postal address|candidate address|adresse|\
         anschrift|strasse|rue|direccion|calle|adres|straat|cyfeiriad",
    ),
    (
        Target::City,
        "city|town|town city|city town|post town|location|candidate location|ort|stadt|\
         wohnort|ville|ciudad|poblacion|localidad|stad|plaats|woonplaats|tref|dinas",
    ),
    (
        Target::Region,
        "state|county|region|country|province|land|bundesland|pays|pais|provincia|provincie|\
         sir|gwlad",
    ),
    (
        Target::Postcode,
        "postcode|post code|postal code|zip|zip code|zipcode|plz|postleitzahl|code postal|\
         codigo postal|cod postal|cod post",
    ),
    (
        Target::Vacancy,
        "vacancy|vacancy title|job|jobs|job title|job name|job opening|role|applied job|\
         position|position applied for|applied for|posting|posting title|requisition|\
         requisition title|opening|post|job id|stelle|stellenbezeichnung|ausschreibung|\
         vakanz|position applied|poste|offre|offre d emploi|intitule du poste|puesto|vacante|\
         empleo|oferta|vacature|functie|functietitel|swydd|teitl y swydd|swydd wag|job role",
    ),
    (
        Target::AppliedOn,
        "applied on|applied|applied at|application date|date applied|date of application|\
         date|applied date|received|received on|date received|submitted|submitted on|\
         submitted at|created|created at|created on|date added|added|added on|date created|\
         create date|creation date|created time|created datetime|submission date|\
         application received|beworben am|bewerbungsdatum|eingangsdatum|eingegangen am|datum|\
         erstellt am|date de candidature|date de reception|candidature recue le|\
         fecha de solicitud|fecha|fecha de candidatura|fecha de inscripcion|\
         sollicitatiedatum|datum sollicitatie|ontvangen op|dyddiad ymgeisio|dyddiad|\
         dyddiad y cais",
    ),
    (
        Target::OutcomeOn,
        "outcome date|date of outcome|decision date|date of decision|decided on|rejected on|\
         rejected at|rejection date|date rejected|closed on|closed at|archive date|\
         archived at|archived on|disqualified at|disqualified on|hired at|hired on|hire date|\
         refuse date|end date|ended on|withdrawn on|abgelehnt am|entscheidungsdatum|\
         absagedatum|date de decision|date de refus|fecha de decision|fecha de rechazo|\
         datum afwijzing|afgewezen op|dyddiad penderfyniad",
    ),
    (
        Target::LastChangedOn,
        "last stage update|stage changed at|stage changed on|status date|stage date|\
         date of status change|status changed on|date last stage update|statusdatum|\
         letzte statusanderung|date du statut|fecha de estado",
    ),
    (
        Target::Stage,
        "stage|status|current stage|current status|candidate status|application status|\
         pipeline stage|hiring stage|state|stage name|milestone|phase|bewerbungsstatus|etape|\
         statut|etat|etapa|estado|fase|cam|statws",
    ),
    (
        Target::StageReached,
        "last stage|stage reached|furthest stage|archived stage",
    ),
    (
        Target::Outcome,
        "outcome|result|decision|final status|ergebnis|entscheidung|resultat|resultado|\
         uitslag|resultaat|canlyniad|penderfyniad",
    ),
    (
        Target::RejectionReason,
        "rejection reason|refuse reason|reject reason|reason for rejection|reason rejected|\
         archive reason|archived reason|disqualification reason|disqualify reason|\
         decline reason|absagegrund|ablehnungsgrund|motif de refus|motivo de rechazo|\
         reden afwijzing|reden van afwijzing|rheswm gwrthod",
    ),
    (
        Target::Source,
        "source|sources|candidate source|application source|where did you hear about us|\
         origin|sourcing channels|how did you hear about us|quelle|herkunft|provenance|\
         fuente|origen|bron|herkomst|ffynhonnell",
    ),
    (
        Target::SourceDetail,
        "source name|source detail|source details|referrer|referred by|referrer name|\
         employee referral|agency|agency name",
    ),
    (
        Target::Ignore {
            because: NotTaken::NoPlaceYet,
        },
        "notes|note|note 1|comments|misc notes|cover letter|cover letters|key skills|\
         keyskills|skills|web site|website|links|social links|social media|linkedin|\
         linkedin url|linkedin profile|profile url|resume|cv|resume name cv name|\
         resume filename|resume link|resume attachment|current employer|company|headline|\
         education|degree|relevant experience|experience|salary|current pay|desired pay|\
         expected salary|proposed salary|lower range|upper range|currency|description|\
         availability|available|can relocate|notice period|job location|department|office|\
         team|notizen|lebenslauf|commentaires|notas|opmerkingen|nodiadau",
    ),
    (
        Target::Ignore {
            because: NotTaken::NotNeeded,
        },
        "id|candidate id|candidateid|application id|opportunity id|posting id|project id|\
         owner|modified|modified on|last modified|last modified time|updated at|updated on|\
         last activity|recruiter|coordinator|hiring manager|interviewers|assigned|evaluation|\
         rating|applicant rating|interest level|designation|job status|posting state|\
         opening date|closed date|offer date|start date|sourcer|who gets credit|\
         subject application|subject|hiring state id|requisition id|note visibility|\
         posting created at|issecretnote",
    ),
];

/// Words that mark device and visit data (RULEBOOK COL-07).
pub(super) const DEVICE: &[&str] = &[
    "ip",
    "cookie",
    "cookies",
    "browser",
    "device",
    "utm",
    "gclid",
    "fbclid",
    "fingerprint",
    "useragent",
    "geoip",
];

/// Phrases that do.
pub(super) const DEVICE_PHRASES: &[&str] = &[
    "user agent",
    "operating system",
    "screen resolution",
    "session id",
    "page view",
    "visitor id",
    "referrer url",
];

/// Words that mark special categories, equality monitoring and criminal records (RULEBOOK S2).
pub(super) const SPECIAL: &[&str] = &[
    "gender",
    "sex",
    "ethnicity",
    "ethnic",
    "race",
    "religion",
    "belief",
    "disability",
    "disabled",
    "pregnancy",
    "maternity",
    "orientation",
    "transgender",
    "health",
    "medical",
    "dbs",
    "conviction",
    "convictions",
    "criminal",
    "veteran",
    "adjustments",
    "political",
    "union",
    "age",
    "birthday",
    "nationality",
    "citizenship",
    "geschlecht",
    "religionszugehorigkeit",
    "behinderung",
    "sexe",
    "handicap",
    "sexo",
    "discapacidad",
    "geslacht",
    "rhywedd",
    "crefydd",
    "anabledd",
];

/// Phrases that do.
pub(super) const SPECIAL_PHRASES: &[&str] =
    &["date of birth", "marital status", "reasonable adjustment"];

/// Words of what has no place in a record yet.
pub(super) const NO_PLACE: &[&str] = &[
    "salary", "skills", "notes", "note", "resume", "cv", "linkedin", "url", "pay",
];
