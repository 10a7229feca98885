//! axe-core in the page.

use std::fmt;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::session::Session;

/// One fault that axe-core found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Violation {
    /// The rule's name, such as `image-alt`.
    pub(crate) rule: String,
    /// How bad it is, in axe-core's words.
    pub(crate) impact: String,
    /// What is wrong, in one sentence.
    pub(crate) help: String,
    /// The elements: a selector each, with what axe-core has to say of it.
    pub(crate) places: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} ({}): {}", self.rule, self.impact, self.help)?;
        self.places
            .iter()
            .try_for_each(|place| writeln!(f, "    {place}"))
    }
}

/// Examines the page as it stands: WCAG 2.2 A and AA, and axe-core's best practices.
pub(super) fn examine(session: &Session) -> Result<Vec<Violation>, String> {
    let there = session.execute("return typeof window.axe === 'object'", Vec::new())?;
    if there != Value::Bool(true) {
        // Through the driver, since the page's policy rightly refuses script elements.
        session.execute(&source(), Vec::new())?;
    }
    let found = session.execute_async(
        "const results = await window.axe.run(document, {
           resultTypes: ['violations'],
           runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
           rules: { 'target-size': { enabled: true } },
         });
         if (results.passes.length === 0) throw new Error('axe-core examined nothing');
         return results.violations.map((violation) => ({
           rule: violation.id,
           impact: String(violation.impact),
           help: violation.help,
           places: violation.nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ')}`),
         }));",
        Vec::new(),
    )?;
    let found = found.as_array().cloned().unwrap_or_default();
    Ok(found.iter().map(read).collect())
}

fn source() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
    fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("{}: {error}; run `npm ci` in ui", file.display()))
}

fn read(violation: &Value) -> Violation {
    let word = |name: &str| violation[name].as_str().unwrap_or_default().to_owned();
    let places = violation["places"].as_array().into_iter().flatten();
    Violation {
        rule: word("rule"),
        impact: word("impact"),
        help: word("help"),
        places: places
            .filter_map(|place| place.as_str().map(str::to_owned))
            .collect(),
    }
}
