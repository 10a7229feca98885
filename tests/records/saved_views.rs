//! Saved views: each account's own, without what was typed, and back again after a delete.

use domain::application::Stage;
use records::Error;
use records::candidate::{CandidateColumn, CandidateFilter, CandidateSort};
use records::saved_view::{DeleteView, ListColumn, SaveView, SavedViewRow, ViewShows};
use records::view::{Nothing, UndoneWhat};

use crate::sight::as_interviewer;
use crate::world::{World, line};

#[test]
fn a_view_keeps_filter_columns_and_order_but_not_what_was_typed() {
    let mut world = World::new();
    let mut typed = shows();
    typed.filter.text = "Okafor".to_owned();
    save(&mut world, "At interview", typed);
    let found = views(&mut world);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].name.as_str(), &found[0].shows),
        ("At interview", &shows()),
        "a name typed into the search would outlast the person"
    );
}

#[test]
fn a_view_is_changed_and_renamed_and_nobody_elses_is() {
    let mut world = World::new();
    save(&mut world, "One", shows());
    save(&mut world, "Two", shows());
    let one = views(&mut world)[0].view;
    let mut narrower = shows();
    narrower.columns = vec![ListColumn::Stage, ListColumn::Name];
    let request = SaveView {
        view: Some(one),
        name: line("First"),
        shows: narrower.clone(),
    };
    world.does(|desk| records::saved_view::save(desk, request.clone()));
    let names: Vec<_> = views(&mut world).into_iter().map(|row| row.name).collect();
    assert_eq!(names, ["First", "Two"]);
    assert_eq!(views(&mut world)[0].shows, narrower);

    let taken = SaveView {
        name: line("two"),
        ..request.clone()
    };
    let refused = world.does_not(|desk| records::saved_view::save(desk, taken));
    assert!(matches!(refused, Error::Invalid(_)), "{refused:?}");

    as_interviewer(&mut world);
    assert_eq!(views(&mut world), [], "a view is its account's own");
    let refused = world.does_not(|desk| records::saved_view::save(desk, request));
    assert!(matches!(refused, Error::NotFound), "{refused:?}");
    let refused =
        world.does_not(|desk| records::saved_view::delete(desk, DeleteView { view: one }));
    assert!(matches!(refused, Error::NotFound), "{refused:?}");
}

#[test]
fn a_deleted_view_comes_back() {
    let mut world = World::new();
    save(&mut world, "At interview", shows());
    let before = views(&mut world);
    let view = before[0].view;
    let done = world.does(|desk| records::saved_view::delete(desk, DeleteView { view }));
    assert_eq!(views(&mut world), []);
    let undone = world.undo_numbered(done.undo).expect("it is taken back");
    assert_eq!(undone.what, UndoneWhat::DeletedView);
    assert_eq!(views(&mut world), before);
}

#[test]
fn a_view_shows_the_name_and_each_column_once() {
    let mut world = World::new();
    for columns in [
        vec![],
        vec![ListColumn::Email],
        vec![ListColumn::Name, ListColumn::Name],
    ] {
        let request = SaveView {
            view: None,
            name: line("Odd"),
            shows: ViewShows { columns, ..shows() },
        };
        let refused = world.does_not(|desk| records::saved_view::save(desk, request));
        assert!(matches!(refused, Error::Invalid(_)), "{refused:?}");
    }
}

fn shows() -> ViewShows {
    ViewShows {
        filter: CandidateFilter {
            stage: Some(Stage::Interview),
            ..CandidateFilter::default()
        },
        sort: CandidateSort {
            by: CandidateColumn::Name,
            descending: false,
        },
        columns: vec![ListColumn::Name, ListColumn::Email],
    }
}

fn save(world: &mut World, name: &str, shows: ViewShows) {
    let request = SaveView {
        view: None,
        name: line(name),
        shows,
    };
    world.does(|desk| records::saved_view::save(desk, request));
}

fn views(world: &mut World) -> Vec<SavedViewRow> {
    world
        .read(|desk| records::saved_view::list(desk, Nothing {}))
        .expect("views")
        .rows
}
