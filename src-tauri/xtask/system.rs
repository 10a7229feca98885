//! System packages: what is needed and why, what is missing, and getting it with apt.

use std::os::unix::fs::MetadataExt as _;
use std::process::Command;
use std::{fs, iter};

use crate::failure::{Failure, Outcome};
use crate::process;

/// A library or program that the system has to provide.
#[derive(Debug)]
pub(crate) struct Need {
    /// Its package on Debian and Ubuntu.
    debian: &'static str,
    /// Its package on Fedora, as a hint.
    fedora: &'static str,
    /// Its package on Arch, as a hint.
    arch: &'static str,
    /// How to see that it is there without asking a package manager.
    probe: Probe,
}

/// A question that any Linux can answer.
#[derive(Clone, Copy, Debug)]
enum Probe {
    /// `pkg-config` knows the module.
    Module(&'static str),
    /// The program is on the path.
    Program(&'static str),
    /// There is no telling.
    Unknown,
}

/// A set of needs with the reason that is shown before anything is installed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Group {
    why: &'static str,
    needs: &'static [Need],
}

const fn need(
    debian: &'static str,
    fedora: &'static str,
    arch: &'static str,
    probe: Probe,
) -> Need {
    Need {
        debian,
        fedora,
        arch,
        probe,
    }
}

use Probe::{Module, Program, Unknown};

/// For compiling and opening the window.
pub(crate) const BUILD: Group = Group {
    why: "to compile the program: the window is the system's own WebKit and GTK, and the encrypted \
          database is built from its C sources",
    needs: &[
        need(
            "build-essential",
            "gcc gcc-c++ make",
            "base-devel",
            Program("cc"),
        ),
        need("perl", "perl", "perl", Program("perl")),
        need(
            "pkg-config",
            "pkgconf-pkg-config",
            "pkgconf",
            Program("pkg-config"),
        ),
        need(
            "libwebkit2gtk-4.1-dev",
            "webkit2gtk4.1-devel",
            "webkit2gtk-4.1",
            Module("webkit2gtk-4.1"),
        ),
        need(
            "libjavascriptcoregtk-4.1-dev",
            "javascriptcoregtk4.1-devel",
            "webkit2gtk-4.1",
            Module("javascriptcoregtk-4.1"),
        ),
        need(
            "libsoup-3.0-dev",
            "libsoup3-devel",
            "libsoup3",
            Module("libsoup-3.0"),
        ),
        need("libgtk-3-dev", "gtk3-devel", "gtk3", Module("gtk+-3.0")),
        need(
            "librsvg2-dev",
            "librsvg2-devel",
            "librsvg",
            Module("librsvg-2.0"),
        ),
        need("libdbus-1-dev", "dbus-devel", "dbus", Module("dbus-1")),
    ],
};

/// For starting the window where there is no display, and taking its picture.
pub(crate) const SCREEN: Group = Group {
    why: "to open the window on an invisible screen and take its picture",
    needs: &[
        need(
            "xvfb",
            "xorg-x11-server-Xvfb",
            "xorg-server-xvfb",
            Program("Xvfb"),
        ),
        need("xauth", "xauth", "xorg-xauth", Program("xauth")),
        need(
            "dbus-x11",
            "dbus-daemon",
            "dbus",
            Program("dbus-run-session"),
        ),
        need("openbox", "openbox", "openbox", Program("openbox")),
        need(
            "imagemagick",
            "ImageMagick",
            "imagemagick",
            Program("import"),
        ),
        need(
            "fonts-dejavu-core",
            "dejavu-sans-fonts",
            "ttf-dejavu",
            Unknown,
        ),
    ],
};

/// For the journeys and the tests that look at files from outside.
pub(crate) const TEST: Group = Group {
    why: "to test: WebDriver and xdotool drive the window, a real keyring answers it, what a screen reader \
          is told is heard, and strace, poppler and qpdf look at what it writes",
    needs: &[
        need(
            "webkit2gtk-driver",
            "webkit2gtk-driver",
            "webkit2gtk-4.1",
            Program("WebKitWebDriver"),
        ),
        need("xdotool", "xdotool", "xdotool", Program("xdotool")),
        need("at-spi2-core", "at-spi2-core", "at-spi2-core", Unknown),
        need(
            "gnome-keyring",
            "gnome-keyring",
            "gnome-keyring",
            Program("gnome-keyring-daemon"),
        ),
        need(
            "libsecret-tools",
            "libsecret",
            "libsecret",
            Program("secret-tool"),
        ),
        need(
            "poppler-utils",
            "poppler-utils",
            "poppler",
            Program("pdftotext"),
        ),
        need("qpdf", "qpdf", "qpdf", Program("qpdf")),
        need("strace", "strace", "strace", Program("strace")),
    ],
};

/// For making packages.
pub(crate) const BUNDLE: Group = Group {
    why: "to make the packages that people install",
    needs: &[
        need("file", "file", "file", Program("file")),
        need("patchelf", "patchelf", "patchelf", Program("patchelf")),
    ],
};

/// Sees to it that everything in the groups is there, installing with apt what is not.
///
/// # Errors
/// When something is missing and cannot be installed; the message names it for each kind of system.
pub(crate) fn ensure(groups: &[Group]) -> Outcome {
    let missing: Vec<Lack> = if process::exists("dpkg-query") && process::exists("apt-get") {
        let installed = installed(groups);
        let missing = select(groups, |need| {
            !installed.iter().any(|name| name == need.debian)
        });
        if missing.is_empty() {
            return Ok(());
        }
        announce(&missing);
        match install(&missing) {
            Ok(()) => return Ok(()),
            // A library put there by other means serves as well.
            Err(failure) => {
                eprintln!("xtask: {failure}");
                missing
            }
        }
    } else {
        select(groups, |_| true)
    };
    let absent: Vec<Lack> = missing
        .into_iter()
        .map(|(why, needs)| {
            (
                why,
                needs
                    .into_iter()
                    .filter(|need| !there(need.probe))
                    .collect(),
            )
        })
        .filter(|(_, needs): &Lack| !needs.is_empty())
        .collect();
    if absent.is_empty() {
        Ok(())
    } else {
        Err(Failure::new(shopping_list(&absent)))
    }
}

/// A reason with the needs that are left of its group.
type Lack = (&'static str, Vec<&'static Need>);

fn select(groups: &[Group], wanted: impl Fn(&Need) -> bool) -> Vec<Lack> {
    groups
        .iter()
        .map(|group| {
            (
                group.why,
                group
                    .needs
                    .iter()
                    .filter(|need| wanted(need))
                    .collect::<Vec<_>>(),
            )
        })
        .filter(|(_, needs)| !needs.is_empty())
        .collect()
}

/// Those of the groups' packages that dpkg has installed completely.
fn installed(groups: &[Group]) -> Vec<String> {
    let mut query = Command::new("dpkg-query");
    query.args(["-W", "-f=${db:Status-Abbrev} ${Package}\\n"]);
    query.args(
        groups
            .iter()
            .flat_map(|group| group.needs)
            .map(|need| need.debian),
    );
    // It fails as soon as one package is unknown, and prints the known ones all the same.
    match query.output() {
        Ok(output) => read_installed(&String::from_utf8_lossy(&output.stdout)),
        Err(_absent) => Vec::new(),
    }
}

fn read_installed(lines: &str) -> Vec<String> {
    lines
        .lines()
        .filter_map(|line| line.strip_prefix("ii"))
        .map(|name| name.trim().to_owned())
        .collect()
}

fn announce(missing: &[Lack]) {
    println!("These system packages are missing and will be installed with apt-get:");
    for (why, needs) in missing {
        println!("  {why}:");
        println!("    {}", names(needs, |need| need.debian));
    }
}

fn install(missing: &[Lack]) -> Outcome {
    let packages: Vec<_> = missing
        .iter()
        .flat_map(|(_, needs)| needs)
        .map(|need| need.debian)
        .collect();
    if let Err(failure) = process::run(apt_get()?.arg("update")) {
        // One broken third-party source is reason enough for apt, and none to give up.
        eprintln!("xtask: {failure}; going on with the package lists that are there");
    }
    process::run(
        apt_get()?
            .args(["install", "--yes", "--no-install-recommends"])
            .args(&packages),
    )
    .map_err(|failure| {
        Failure::new(format!(
            "{failure}. By hand: sudo apt-get install {}",
            packages.join(" ")
        ))
    })
}

/// `apt-get`, as root, asking nothing.
fn apt_get() -> Outcome<Command> {
    // /proc/self belongs to whoever runs this process.
    let root = fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0);
    let quiet = [
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-o",
        "DPkg::Lock::Timeout=300",
        "--quiet",
    ];
    let mut command = if root {
        Command::new("env")
    } else if process::exists("sudo") {
        let mut sudo = Command::new("sudo");
        if !process::can_ask() {
            sudo.arg("-n");
        }
        sudo.arg("env");
        sudo
    } else {
        return Err(Failure::new(
            "installing packages needs root, and there is no sudo",
        ));
    };
    command.args(quiet);
    Ok(command)
}

fn there(probe: Probe) -> bool {
    match probe {
        Module(name) => process::ask(Command::new("pkg-config").args(["--exists", name])).is_some(),
        Program(name) => process::exists(name),
        Unknown => true,
    }
}

fn shopping_list(absent: &[Lack]) -> String {
    let heading = "these are missing, and this system's packages are not known here:".to_owned();
    let lines = absent.iter().flat_map(|(why, needs)| {
        [
            format!("  {why}:"),
            format!("    Debian, Ubuntu: {}", names(needs, |need| need.debian)),
            format!("    Fedora:         {}", names(needs, |need| need.fedora)),
            format!("    Arch:           {}", names(needs, |need| need.arch)),
        ]
    });
    iter::once(heading)
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n")
}

fn names(needs: &[&Need], name: impl Fn(&Need) -> &'static str) -> String {
    let mut names: Vec<_> = needs.iter().map(|need| name(need)).collect();
    names.dedup();
    names.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_dpkg_installed_completely_counts() {
        let lines = "ii  xvfb\nrc  xauth\nun  openbox\nii  libgtk-3-dev\n";
        assert_eq!(read_installed(lines), ["xvfb", "libgtk-3-dev"]);
    }

    #[test]
    fn the_shopping_list_names_each_system_and_the_reason() {
        let list = shopping_list(&select(&[SCREEN], |need| need.debian == "xvfb"));
        for part in [
            "invisible screen",
            "Debian, Ubuntu: xvfb",
            "xorg-x11-server-Xvfb",
            "xorg-server-xvfb",
        ] {
            assert!(list.contains(part), "the list should name {part}:\n{list}");
        }
    }
}
