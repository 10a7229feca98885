//! `gallery`: a picture of every screen, for people to look at one by one.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{During as _, Failure, Outcome};
use crate::{house, journeys, page, process, rust, system};

/// How a journey that makes pictures is told from one that makes none.
const MAKES_PICTURES: &str = "Album::open(";
/// Albums of the same screens at 320 pixels and at 200 per cent, and what was printed: looked at where they are made, and
/// too many to keep.
const LEFT_OUT: [&str; 3] = ["narrow", "twice", "readme"];
/// How good the pictures are, of a hundred: letters stay sharp, and all of them stay small.
const QUALITY: &str = "75";

/// Walks the journeys that make pictures, and puts them into `docs/gallery` in the place of those that are there.
///
/// # Errors
/// When something cannot be set up or built, or a journey fails.
pub(crate) fn gallery() -> Outcome {
    system::ensure(&[system::BUILD, system::SCREEN, system::TEST])?;
    page::packages()?;
    page::build()?;
    rust::build_tests()?;
    let raw = house::notes().join("pictures");
    if raw.exists() {
        fs::remove_dir_all(&raw).during("clearing away earlier pictures")?;
    }
    journeys::picture(&journeys_with_pictures()?, &raw)?;
    let gallery = house::root().join("docs/gallery");
    if gallery.exists() {
        fs::remove_dir_all(&gallery).during("clearing away the earlier gallery")?;
    }
    hang(&raw, &gallery)
}

/// The modules of the journeys that make pictures.
fn journeys_with_pictures() -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for file in sorted(&house::root().join("tests/journeys"))? {
        let Some(name) = file.file_stem().and_then(|name| name.to_str()) else {
            continue;
        };
        let makes = fs::read_to_string(&file).is_ok_and(|text| text.contains(MAKES_PICTURES));
        if makes && name != "album" {
            found.push(name.to_owned());
        }
    }
    if found.is_empty() {
        return Err(Failure::new("no journey makes pictures"));
    }
    Ok(found)
}

/// Makes the pictures small, and a page that shows them.
fn hang(raw: &Path, gallery: &Path) -> Outcome {
    let mut text = String::from(
        "# Every screen\n\nPictures of the real window, light and dark, made by `cargo xtask gallery`. Nobody in them is \
         real.\n",
    );
    let mut number = 0_u32;
    // Pictures of the README lie beside the albums, and what was printed among the pictures.
    for album in sorted(raw)?.into_iter().filter(|path| path.is_dir()) {
        let name = file_name(&album);
        if LEFT_OUT.contains(&name.as_str()) {
            continue;
        }
        fs::create_dir_all(gallery.join(&name)).during("making docs/gallery")?;
        let _written = write!(text, "\n## {name}\n");
        for picture in sorted(&album)? {
            // High contrast is looked at by axe-core at each step, and differs in edges alone.
            let is_picture = picture.extension().is_some_and(|ending| ending == "png");
            if !is_picture || file_name(&picture).ends_with("-contrast.png") {
                continue;
            }
            let small = PathBuf::from(&name)
                .join(file_name(&picture))
                .with_extension("webp");
            let made = process::ask(
                Command::new("convert")
                    .arg(&picture)
                    .args(["-quality", QUALITY, "-define", "webp:method=6"])
                    .arg(gallery.join(&small)),
            );
            if made.is_none() {
                return Err(Failure::new(format!(
                    "ImageMagick did not make {}",
                    small.display()
                )));
            }
            let title = small.file_stem().unwrap_or_default().to_string_lossy();
            let title = title.replace('-', " ");
            let _written = write!(text, "\n![{title}]({})\n", small.display());
            number += 1;
        }
    }
    fs::write(gallery.join("README.md"), text).during("writing the gallery's page")?;
    println!("{number} pictures are in {}", gallery.display());
    Ok(())
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn sorted(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let items = fs::read_dir(folder).during(&format!("reading {}", folder.display()))?;
    let mut found: Vec<PathBuf> = items.flatten().map(|item| item.path()).collect();
    found.sort();
    Ok(found)
}
