//! What is switched off around the page, held against the configuration and the permissions that are compiled in.

use std::collections::BTreeMap;

use tauri::ipc::Origin;
use tauri::utils::config::{Csp, CspDirectiveSources, SecurityConfig};

use crate::ipc::NAMES;
use crate::window::LABEL;

/// Every permission that could be granted, as the build found them: the program's own and the framework's.
const MANIFESTS: &str = include_str!(concat!(env!("OUT_DIR"), "/acl-manifests.json"));
const CARGO: &str = include_str!("../../Cargo.toml");

/// Of the framework the page hears events, and nothing else.
const THEIRS: [&str; 2] = ["plugin:event|listen", "plugin:event|unlisten"];

/// Every command there is, by the name the page would have to call.
fn commands() -> Vec<String> {
    let manifests: serde_json::Value = serde_json::from_str(MANIFESTS).expect("JSON");
    let mut all = Vec::new();
    for (plugin, manifest) in manifests.as_object().expect("manifests") {
        for permission in manifest["permissions"].as_object().expect("some").values() {
            for command in permission["commands"]["allow"].as_array().expect("a list") {
                let command = command.as_str().expect("a name");
                all.push(match plugin.strip_prefix("core:") {
                    Some(plugin) => format!("plugin:{plugin}|{command}"),
                    None if plugin == "__app-acl__" => command.to_owned(),
                    None => format!("plugin:{plugin}|{command}"),
                });
            }
        }
    }
    all
}

#[test]
fn the_one_window_may_call_its_own_commands_and_hear_events_and_nothing_else() {
    let mut context = crate::context();
    let authority = context.runtime_authority_mut();
    let commands = commands();
    assert!(
        commands.len() > NAMES.len() + 150,
        "the framework's are among them: {}",
        commands.len()
    );
    let mut granted = 0;
    for command in &commands {
        let may = |window: &str, origin: &Origin| {
            authority
                .resolve_access(command, window, window, origin)
                .is_some()
        };
        let ours = NAMES.contains(&command.as_str()) || THEIRS.contains(&command.as_str());
        assert_eq!(may(LABEL, &Origin::Local), ours, "{command} in the window");
        assert!(
            !may("another", &Origin::Local),
            "{command} in another window"
        );
        let elsewhere = Origin::Remote {
            url: "https://example.org".parse().expect("an address"),
        };
        assert!(!may(LABEL, &elsewhere), "{command} from another place");
        granted += usize::from(ours);
    }
    assert_eq!(granted, NAMES.len() + THEIRS.len(), "each of them once");
    let undeclared = authority.resolve_access("no_such_command", LABEL, LABEL, &Origin::Local);
    assert!(undeclared.is_none(), "what no permission names is refused");
}

fn security() -> SecurityConfig {
    crate::context().config().app.security.clone()
}

#[test]
fn the_page_runs_no_code_but_its_own_and_asks_nobody_but_the_program() {
    let security = security();
    let csp: BTreeMap<String, Vec<String>> = match security.csp {
        Some(Csp::DirectiveMap(map)) => map
            .into_iter()
            .map(|(directive, sources)| {
                let sources = match sources {
                    CspDirectiveSources::Inline(sources) => {
                        sources.split_whitespace().map(str::to_owned).collect()
                    }
                    CspDirectiveSources::List(sources) => sources,
                };
                (directive, sources)
            })
            .collect(),
        other => panic!("a policy by directive: {other:?}"),
    };
    for (directive, only) in [
        ("default-src", "'none'"),
        ("script-src", "'self'"),
        ("style-src", "'self'"),
        ("object-src", "'none'"),
        ("base-uri", "'none'"),
        ("form-action", "'none'"),
        ("frame-ancestors", "'none'"),
    ] {
        assert_eq!(
            csp.get(directive).expect("a directive"),
            &[only],
            "{directive}"
        );
    }
    let allowed = [
        "'none'",
        "'self'",
        "data:",
        "blob:",
        "ipc:",
        "http://ipc.localhost",
    ];
    for (directive, sources) in &csp {
        for source in sources {
            assert!(allowed.contains(&source.as_str()), "{directive} {source}");
        }
        let is_code = directive.starts_with("script") || directive.starts_with("style");
        assert!(
            !is_code || sources == &["'self'"],
            "{directive} {sources:?}"
        );
    }
    assert!(security.dev_csp.is_none(), "nor a laxer one for anybody");
    let page = crate::context();
    let index = page
        .assets()
        .get(&"index.html".into())
        .expect("the page is built in");
    let index = String::from_utf8_lossy(&index).to_lowercase();
    assert!(
        index.contains("<script type=\"module\""),
        "the page's own script"
    );
    for refused in [
        "http:",
        "https:",
        "style=",
        "<style",
        "javascript:",
        " onload",
        " onclick",
    ] {
        assert!(!index.contains(refused), "{refused} in the page");
    }
    for script in index.split("<script").skip(1) {
        let (opening, rest) = script.split_once('>').expect("a tag");
        assert!(
            opening.contains("src=\""),
            "no script stands in the page: {opening}"
        );
        assert!(
            rest.trim_start().starts_with("</script>"),
            "nor anything in it"
        );
    }
}

#[test]
fn prototypes_are_frozen_and_nothing_of_the_framework_is_in_the_page() {
    let context = crate::context();
    let app = &context.config().app;
    assert!(app.security.freeze_prototype, "prototypes");
    assert!(!app.with_global_tauri, "no framework to call by name");
    assert!(!app.security.asset_protocol.enable, "no files by address");
    assert!(
        app.windows.is_empty(),
        "the window is made in one place, with all that is off"
    );
    assert!(context.config().plugins.0.is_empty(), "no plugins");
}

/// `window.rs` has them in builds with debug assertions alone, `lib.rs` refuses to build the hooks without.
#[test]
fn a_release_has_neither_inspector_nor_hooks_for_tests() {
    let features = CARGO
        .split("[features]")
        .nth(1)
        .and_then(|rest| rest.split("\n[").next())
        .expect("features");
    assert!(
        !features.contains("default ="),
        "no feature is on by itself: {features}"
    );
    let frameworks = CARGO
        .lines()
        .find(|line| line.starts_with("tauri = "))
        .expect("the framework");
    assert!(frameworks.contains("features = []"), "{frameworks}");
    for profile in ["[profile.release]", "[profile.release.package"] {
        for section in CARGO.split(profile).skip(1) {
            let section = section.split("\n[").next().unwrap_or_default();
            assert!(!section.contains("debug-assertions"), "{section}");
        }
    }
}
